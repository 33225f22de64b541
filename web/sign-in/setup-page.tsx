import { Button } from '../kit/button.tsx';
import { FormErrors } from '../kit/form-errors.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { Select } from '../kit/select.tsx';
import { Gate } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { Ui } from '../ui.ts';
import { NewPasswordField } from './new-password-field.tsx';

interface SetupProps {
  ui: Ui;
  form: FormState;
  zones: readonly string[];
  /** The installation has a sandbox to send to. */
  sandbox: boolean;
}

/** Where nobody has an account: the first owner and their workspace. */
export const SetupPage = ({ ui, form, zones, sandbox }: SetupProps) => {
  const said = ui.t.signIn.setup;
  const labels = {
    code: said.code,
    workspace: said.workspace,
    zone: said.zone,
    name: ui.t.signIn.name,
    email: ui.t.signIn.email,
    password: ui.t.signIn.newPassword,
  };
  return (
    <Gate ui={ui} title={said.title}>
      <h1 tabindex={-1}>{said.title}</h1>
      <p>{said.why}</p>
      <form class="stack-4" method="post" action={paths.firstOwner()}>
        <FormErrors ui={ui} form={form} labels={labels} />
        <Input name="code" label={said.code} hint={said.codeHint} form={form} required />
        <Input name="workspace" label={said.workspace} form={form} required />
        <Select
          name="zone"
          label={said.zone}
          form={form}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
        {sandbox && <Mode ui={ui} form={form} />}
        <Input name="name" label={ui.t.signIn.name} form={form} required autocomplete="name" />
        <Input
          name="email"
          type="email"
          label={ui.t.signIn.email}
          form={form}
          required
          autocomplete="username"
        />
        <NewPasswordField ui={ui} form={form} />
        <div class="row">
          <Button primary type="submit">
            {said.go}
          </Button>
        </div>
      </form>
    </Gate>
  );
};

const Mode = ({ ui, form }: { ui: Ui; form: FormState }) => (
  <Select
    name="mode"
    label={ui.t.signIn.setup.mode}
    form={form}
    options={(['sandbox', 'live'] as const).map((mode) => ({
      value: mode,
      label: ui.t.signIn.setup.modes[mode],
    }))}
  />
);
