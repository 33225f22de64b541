import { IconButton } from '../kit/button.tsx';
import { Switch } from '../kit/check.tsx';
import type { Ui } from '../ui.ts';

/** The keys of the page that is open; a script fills the list, because each page has its own. */
export const KeysDialog = ({ ui }: { ui: Ui }) => (
  <dialog id="keys" class="dialog" closedby="any" aria-labelledby="keys-title">
    <div class="dialog-head">
      <h2 id="keys-title">{ui.t.shell.keys.title}</h2>
      <IconButton quiet icon="close" label={ui.t.common.close} data-close-dialog />
    </div>
    <p class="muted small">{ui.t.shell.keys.why}</p>
    <ul class="keys" />
    <Switch id="keys-on" name="keys" label={ui.t.shell.keys.on} checked data-keys-switch />
  </dialog>
);
