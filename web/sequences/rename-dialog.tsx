import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { hx } from '../hx.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

/** Asks for another name; a refused one comes back in the same dialog. */
export const RenameDialog = ({ ui, id, form }: { ui: SeatedUi; id: string; form: FormState }) => {
  const t = ui.t.sequences;
  const post = paths.sequenceName(id);
  return (
    <Dialog
      title={t.renameTitle}
      close={ui.t.common.close}
      acts={
        <Button primary type="submit" form="rename">
          {ui.t.common.save}
        </Button>
      }
    >
      <form id="rename" method="post" action={post} {...hx({ post, swap: 'none' })}>
        <OrderField />
        <Input name="name" label={t.name} form={form} required maxlength={100} />
      </form>
    </Dialog>
  );
};
