import { Button } from '../kit/button.tsx';
import { Toast } from '../kit/toast.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import type { Ui } from '../ui.ts';

/**
 * What stands ready on every page: the announcer, the toasts, the dialog, and the sentences that
 * scripts need (they hold none of their own).
 */
export const LiveRegions = ({ ui }: { ui: Ui }) => (
  <>
    <p id="announcer" class="vh" role="status" />
    <div id="toasts" class="toasts" role="status" aria-live="polite" />
    <template id="say-unreachable">
      <Toast dismiss={ui.t.shell.dismiss}>{ui.t.shell.unreachable}</Toast>
    </template>
    <template id="say-offline">
      <Toast dismiss={ui.t.shell.dismiss}>{ui.t.shell.offline}</Toast>
    </template>
    <template id="say-copied">
      <Toast dismiss={ui.t.shell.dismiss}>{ui.t.shell.copied}</Toast>
    </template>
    <dialog id="modal" class="dialog" closedby="any" aria-labelledby="modal-title" />
    <KeysDialog ui={ui} />
    <dialog id="confirm" class="dialog" aria-labelledby="confirm-question">
      <h2 id="confirm-question">{ui.t.shell.confirm.title}</h2>
      <div class="dialog-foot">
        <Button primary danger data-answer="yes">
          {ui.t.shell.confirm.yes}
        </Button>
        <Button data-answer="no">{ui.t.shell.confirm.no}</Button>
      </div>
    </dialog>
  </>
);
