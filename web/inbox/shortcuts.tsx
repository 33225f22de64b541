import { Dialog } from '../kit/dialog.tsx';
import type { SeatedUi } from '../ui.ts';

/** The sheet of single keys. */
export const Shortcuts = ({ ui }: { ui: SeatedUi }) => {
  const t = ui.t.inbox.shortcuts;
  return (
    <Dialog title={t.title} close={ui.t.common.close}>
      <dl class="facts keys">
        {t.keys.map(([keys, what]) => (
          <>
            <dt>
              <kbd class="key">{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </>
        ))}
      </dl>
      <p class="muted small after">{t.off}</p>
    </Dialog>
  );
};
