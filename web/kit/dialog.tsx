import type { Child } from 'hono/jsx';
import { Partial } from './partial.tsx';
import { IconButton } from './button.tsx';

interface DialogProps {
  title: Child;
  /** Name of the close button. */
  close: string;
  children: Child;
  /** The order first, then the milder way, then going on. */
  acts?: Child;
}

/** What stands inside the one dialog of the page (`#modal`). Sent as an answer, it opens by itself. */
const DialogContent = ({ title, close, children, acts }: DialogProps) => (
  <>
    <div class="dialog-head">
      <h2 id="modal-title" tabindex={-1} autofocus>
        {title}
      </h2>
      <IconButton quiet icon="close" label={close} data-close-dialog />
    </div>
    {children}
    {acts && <div class="dialog-foot">{acts}</div>}
  </>
);

/** The answer to a GET that opens a dialog. Close it again with `HX-Trigger: modal:close`. */
export const Dialog = (props: DialogProps) => (
  <Partial target="#modal">
    <DialogContent {...props} />
  </Partial>
);
