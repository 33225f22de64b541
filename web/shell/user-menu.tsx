import { Button } from '../kit/button.tsx';
import { Face } from '../kit/face.tsx';
import { MenuItem } from '../kit/menu.tsx';
import { Seg } from '../kit/seg.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

/** Who is signed in, the theme, and the way out. */
export const UserMenu = ({ ui }: { ui: SeatedUi }) => {
  const role = ui.t.common.roles[ui.viewer.role];
  return (
    <>
      <Button quiet class="you" popovertarget="user-menu">
        <Face name={ui.viewer.name} />
        <span class="vh">{ui.t.shell.seat(ui.viewer.name, role)}</span>
      </Button>
      <div
        id="user-menu"
        popover="auto"
        class="menu at-end"
        role="group"
        aria-label={ui.t.shell.userMenu}
      >
        <p class="about">
          <b>{ui.viewer.name}</b>
          {ui.viewer.email} · {role}
          <span class="narrow-only">{ui.t.shell.place(ui.workspace.name, ui.workspace.mode)}</span>
        </p>
        <Seg
          name="theme"
          label={ui.t.shell.theme}
          value={ui.theme}
          data-theme-switch
          options={[
            { value: 'system', label: ui.t.shell.themes.system },
            { value: 'light', label: ui.t.shell.themes.light },
            { value: 'dark', label: ui.t.shell.themes.dark },
          ]}
        />
        <hr />
        <MenuItem href={paths.settings()} icon="settings">
          {ui.t.settings.title}
        </MenuItem>
        <MenuItem icon="keyboard" hotkey="?" data-open-keys>
          {ui.t.shell.keys.title}
        </MenuItem>
        <form method="post" action={paths.signOut()}>
          <MenuItem type="submit" icon="exit">
            {ui.t.shell.signOut}
          </MenuItem>
        </form>
      </div>
    </>
  );
};
