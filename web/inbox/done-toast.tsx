import { hx } from '../hx.ts';
import { ToastPartial } from '../kit/toast.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

/** Says what was done and takes it back. */
export const DoneToast = ({ ui, id, order }: { ui: SeatedUi; id: string; order: string }) => (
  <ToastPartial
    dismiss={ui.t.shell.dismiss}
    act={
      <button
        type="button"
        class="btn quiet"
        data-dismiss
        {...hx({ post: paths.reopening(id), vals: { order }, swap: 'none' })}
      >
        {ui.t.common.undo}
      </button>
    }
  >
    {ui.t.inbox.thread.saidDone}
  </ToastPartial>
);
