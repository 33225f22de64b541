import { hx } from '../hx.ts';
import { Button } from '../kit/button.tsx';
import { FormErrors } from '../kit/form-errors.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { Section } from '../kit/section.tsx';
import { Seg } from '../kit/seg.tsx';
import { paths } from '../paths.ts';
import { NewPasswordField } from '../sign-in/new-password-field.tsx';
import type { SeatedUi } from '../ui.ts';
import { SessionList, type SessionRow } from './session-list.tsx';
import { SettingsFrame } from './settings-frame.tsx';

interface ProfileProps {
  ui: SeatedUi;
  profile: FormState;
  password: FormState;
  sessions: readonly SessionRow[];
  workspaces: readonly { id: string; name: string }[];
}

export const ProfilePage = ({ ui, profile, password, sessions, workspaces }: ProfileProps) => {
  const said = ui.t.settings.profile;
  const { email, role } = ui.viewer;
  return (
    <SettingsFrame
      ui={ui}
      tab="profile"
      title={said.title}
      lede={said.lede(email, ui.t.common.roles[role])}
    >
      <ProfileForm ui={ui} form={profile} />
      <Section id="look" title={said.themeTitle} about={said.themeWhy}>
        <ThemeSwitch ui={ui} />
      </Section>
      <Section id="password" title={said.passwordTitle}>
        <PasswordForm ui={ui} form={password} />
      </Section>
      <SessionList ui={ui} sessions={sessions} />
      {workspaces.length > 1 && <WorkspaceList ui={ui} workspaces={workspaces} />}
    </SettingsFrame>
  );
};

interface FormProps {
  ui: SeatedUi;
  form: FormState;
}

export const ProfileForm = ({ ui, form }: FormProps) => (
  <form
    id="profile-form"
    class="stack-4 narrow"
    method="post"
    action={paths.profile()}
    {...hx({ post: paths.profile(), target: 'this', swap: 'outerMorph', disable: 'find button' })}
  >
    <FormErrors ui={ui} form={form} labels={{ name: ui.t.settings.profile.name }} />
    <Input
      name="name"
      label={ui.t.settings.profile.name}
      form={form}
      required
      autocomplete="name"
    />
    <div class="row">
      <Button primary type="submit">
        {ui.t.common.save}
      </Button>
    </div>
  </form>
);

const ThemeSwitch = ({ ui }: { ui: SeatedUi }) => (
  <Seg
    name="theme-here"
    label={ui.t.shell.theme}
    value={ui.theme}
    data-theme-switch
    options={(['system', 'light', 'dark'] as const).map((theme) => ({
      value: theme,
      label: ui.t.shell.themes[theme],
    }))}
  />
);

export const PasswordForm = ({ ui, form }: FormProps) => {
  const said = ui.t.settings.profile;
  return (
    <form
      id="password-form"
      class="stack-4 narrow"
      method="post"
      action={paths.password()}
      {...hx({
        post: paths.password(),
        target: 'this',
        swap: 'outerMorph',
        disable: 'find button',
      })}
    >
      <FormErrors
        ui={ui}
        form={form}
        labels={{ current: said.current, password: ui.t.signIn.newPassword }}
      />
      <input type="hidden" name="username" autocomplete="username" value={ui.viewer.email} />
      <Input
        name="current"
        type="password"
        label={said.current}
        error={form.errors['current']}
        required
        autocomplete="current-password"
      />
      <NewPasswordField ui={ui} form={form} />
      <div class="row">
        <Button type="submit">{said.change}</Button>
      </div>
    </form>
  );
};

const WorkspaceList = ({ ui, workspaces }: Pick<ProfileProps, 'ui' | 'workspaces'>) => {
  const said = ui.t.settings.profile;
  return (
    <Section id="workspaces" title={said.workspacesTitle}>
      <ul class="rows">
        {workspaces.map(({ id, name }) => (
          <li class="row">
            <b>{name}</b>
            {id === ui.workspace.id ? (
              <span class="muted push">{said.here}</span>
            ) : (
              <form method="post" action={paths.workspace()} class="push">
                <input type="hidden" name="workspace" value={id} />
                <Button type="submit" aria-label={said.goTo(name)}>
                  {said.go}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};
