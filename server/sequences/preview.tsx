import { Hono, type Context } from 'hono';
import { validate as isUuid } from 'uuid';
import { z } from 'zod';
import { findReaders } from '#db/sequences/readers.ts';
import { mostTestsAnHour, sendTest, testState } from '#db/sequences/test-send.ts';
import { phoneNumber } from '#domain/contacts/phone-number.ts';
import { findStep, messageText, type MessageStep } from '#domain/sequences/step.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { conflict } from '#server/http/errors.tsx';
import { parseForm, refused } from '#server/http/parse-form.ts';
import { fragment } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import { formOf, type FormState } from '#web/kit/form-state.ts';
import { Partial } from '#web/kit/partial.tsx';
import { Preview } from '#web/sequences/preview.tsx';
import { ReaderList } from '#web/sequences/reader-menu.tsx';
import { TestForm, TestState, type TestProps } from '#web/sequences/test-form.tsx';
import { TextSize } from '#web/sequences/text-size.tsx';
import { draftOf } from './load-designer.ts';
import { previewOf } from './preview-of.ts';

const testSchema = z.object({
  order: z.uuid(),
  number: z.string().trim().min(1),
  as: z.string().optional(),
});

/** A message as one person reads it, and the same on a phone of one's own. */
export function previewRoutes(deps: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/sequences/:id/steps/:stepId/preview', async (c) => {
      const message = await messageOf(c);
      if (!message) return c.notFound();
      const preview = await previewOf(c, { ...message, as: c.req.query('as') });
      const { ui } = c.var;
      return fragment(
        c,
        <>
          <Preview ui={ui} preview={preview} />
          <Partial target="#text-size" swap="outerMorph">
            <TextSize ui={ui} rendered={preview.rendered} />
          </Partial>
        </>,
      );
    })
    .get('/sequences/:id/steps/:stepId/readers', async (c) => {
      const { id: sequenceId, stepId } = c.req.param();
      const { workspaceId } = c.var.seat;
      const readers = await findReaders(c.var.em, { workspaceId, q: c.req.query('q') ?? '' });
      const list = { ui: c.var.ui, sequenceId, stepId, readers };
      return fragment(c, <ReaderList {...list} />);
    })
    .post('/sequences/:id/steps/:stepId/tests', allow('sequence.write'), (c) => test(c, deps))
    .get('/sequences/:id/steps/:stepId/tests/:sendId', async (c) => {
      const { id: sequenceId, stepId, sendId } = c.req.param();
      const found = await stateOf(c, sendId);
      if (!found) return c.notFound();
      const props = { ui: c.var.ui, sequenceId, stepId, test: found };
      return fragment(c, <TestState {...props} />);
    });
}

async function test(c: Context<AppEnv>, { database }: AppDeps): Promise<Response> {
  const message = await messageOf(c);
  if (!message) return c.notFound();
  const posted = await parseForm(c, testSchema);
  const show = (form: FormState, sent?: TestProps) =>
    fragment(
      c,
      <TestForm ui={c.var.ui} {...message} form={form} {...(sent ? { test: sent } : {})} />,
      sent ? 200 : 422,
    );
  if (!posted.ok) {
    return posted.form.errors['order']
      ? conflict(c, c.var.ui.t.errors.notUnderstood)
      : show(posted.form);
  }
  const ready = await readyToTest(c, message, posted.value);
  if ('problem' in ready) return show(refused(posted.form, { number: ready.problem }));
  const { workspaceId, userId } = c.var.seat;
  const { sequenceId } = message;
  const outcome = await database.transaction((em) =>
    sendTest(em, { workspaceId, userId, orderId: posted.value.order, sequenceId, ...ready }),
  );
  const said = c.var.ui.t.sequences.message;
  switch (outcome.kind) {
    case 'suppressed':
      return show(refused(posted.form, { number: said.testSuppressed }));
    case 'too-many':
      return show(refused(posted.form, { number: said.testTooMany(mostTestsAnHour) }));
    case 'queued': {
      const sent = await stateOf(c, outcome.sendId);
      return sent ? show(formOf({ number: posted.value.number }), sent) : c.notFound();
    }
  }
}

async function readyToTest(
  c: Context<AppEnv>,
  message: Message,
  { number, as }: { number: string; as?: string | undefined },
) {
  const said = c.var.ui.t.sequences.message;
  const phone = phoneNumber(number, c.var.workspace.country);
  if (!phone) return { problem: said.testNotNumber };
  const { rendered } = await previewOf(c, { ...message, as });
  if (rendered.kind === 'missing') return { problem: said.testMissing };
  if (rendered.kind === 'broken') return { problem: said.testNoText };
  return { number: phone, text: rendered.text };
}

interface Message {
  sequenceId: string;
  stepId: string;
  text: string;
}

async function messageOf(c: Context<AppEnv>): Promise<Message | undefined> {
  const draft = await draftOf(c);
  const step = draft && findStep(draft.blocks, c.req.param('stepId') ?? '');
  if (step?.kind !== 'message') return undefined;
  return { sequenceId: draft?.id ?? '', stepId: step.id, text: textOf(step) };
}

const textOf = (step: MessageStep): string => messageText(step);

async function stateOf(c: Context<AppEnv>, sendId: string): Promise<TestProps | undefined> {
  if (!isUuid(sendId)) return undefined;
  const { workspaceId } = c.var.seat;
  const found = await testState(c.var.em.fork(), { workspaceId, sendId });
  return found && { ...found, id: sendId };
}
