import { phoneText } from '#domain/contacts/phone-text.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { formOf } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { hx } from '../hx.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

/** Asks why, and says what a pause means to whom. */
export const PauseDialog = ({
  ui,
  sender,
}: {
  ui: SeatedUi;
  sender: { id: string; value: string };
}) => {
  const t = ui.t.senders;
  const post = paths.pauseSender(sender.id);
  return (
    <Dialog
      title={t.pauseTitle(phoneText(sender.value))}
      close={ui.t.common.close}
      acts={
        <Button primary type="submit" form="pause-form">
          {t.pause}
        </Button>
      }
    >
      <form
        id="pause-form"
        method="post"
        action={post}
        class="stack-4"
        {...hx({ post, swap: 'none' })}
      >
        <OrderField />
        <p>{t.pauseLede}</p>
        <Input
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          form={formOf()}
          optional={ui.t.common.optional}
          maxlength={200}
        />
      </form>
    </Dialog>
  );
};
