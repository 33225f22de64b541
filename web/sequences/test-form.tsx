import { isFinal, type SendState } from '#domain/sending/states.ts';
import { phoneText } from '#domain/contacts/phone-text.ts';
import { Button } from '../kit/button.tsx';
import { formOf, type FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { hx } from '../hx.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

export interface TestProps {
  id: string;
  state: SendState;
  errorCode: string | null;
  number: string;
  heldUntil: Date | null;
}

interface Props {
  ui: SeatedUi;
  sequenceId: string;
  stepId: string;
  form?: FormState;
  test?: TestProps;
}

/** Sends the text, as the preview shows it, to a phone of one's own. */
export const TestForm = ({ ui, sequenceId, stepId, form = formOf(), test }: Props) => {
  const t = ui.t.sequences.message;
  const post = paths.stepTests(sequenceId, stepId);
  return (
    <section id="test" aria-label={t.test}>
      <h3>{t.test}</h3>
      <form
        method="post"
        action={post}
        class="test-form"
        {...hx({
          post,
          target: '#test',
          swap: 'outerMorph',
          include: '#preview-as',
          disable: 'find button',
        })}
      >
        <OrderField />
        <Input
          name="number"
          label={t.testNumber}
          type="tel"
          autocomplete="tel"
          form={form}
          hint={t.testHint}
        />
        <Button type="submit" icon="campaigns">
          {t.testSend}
        </Button>
      </form>
      {test && <TestState ui={ui} sequenceId={sequenceId} stepId={stepId} test={test} />}
    </section>
  );
};

/** How far the test has come; it looks again until there is nothing more to come. */
export const TestState = ({ ui, sequenceId, stepId, test }: Required<Omit<Props, 'form'>>) => {
  const follow = isFinal(test.state)
    ? {}
    : hx({
        get: paths.stepTest(sequenceId, stepId, test.id),
        trigger: 'load delay:1s',
        target: 'this',
        swap: 'outerHTML',
      });
  return (
    <p id="test-state" role="status" class="small" {...follow}>
      {stateText(ui, test)}
    </p>
  );
};

function stateText(ui: SeatedUi, { state, number, errorCode, heldUntil }: TestProps): string {
  const t = ui.t.sequences.message.testStates;
  const to = phoneText(number);
  if (state === 'held' && heldUntil) return t.held(to, heldUntil);
  if (state === 'parked') return t.parked;
  if (state === 'delivered' || state === 'read') return t.delivered(to);
  if (isFinal(state)) return t.failed(to, errorCode);
  return state === 'accepted' || state === 'sent' ? t.accepted(to) : t.waiting(to);
}
