import { Icon } from '../kit/icon.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

/** Says that the clock of a sandbox workspace is not the clock on the wall, and lets it be moved. */
export const SandboxBanner = ({ ui }: { ui: SeatedUi }) =>
  ui.workspace.mode === 'sandbox' ? (
    <aside class="sandbox-bar" id="sandbox-clock" aria-label={ui.t.clock.title}>
      <Icon name="clock" />
      <p>
        {ui.t.clock.banner(ui.now)} <a href={paths.clock()}>{ui.t.clock.move}</a>
      </p>
    </aside>
  ) : null;
