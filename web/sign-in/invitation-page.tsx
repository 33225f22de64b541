import type { Role } from '#domain/access/role.ts';
import { Button } from '../kit/button.tsx';
import { FormErrors } from '../kit/form-errors.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { Gate } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { Ui } from '../ui.ts';
import { NewPasswordField } from './new-password-field.tsx';

interface InvitationProps {
  ui: Ui;
  token: string;
  invitation: { workspaceName: string; email: string; role: Role };
  /** The e-mail has an account already: its password opens the seat. */
  known: boolean;
  form: FormState;
}

export const InvitationPage = ({ ui, token, invitation, known, form }: InvitationProps) => {
  const said = ui.t.signIn.invitation;
  const { workspaceName, email, role } = invitation;
  const labels = { name: ui.t.signIn.name, password: ui.t.signIn.password };
  return (
    <Gate ui={ui} title={said.title(workspaceName)}>
      <h1 tabindex={-1}>{said.title(workspaceName)}</h1>
      <p>{said.why(email, ui.t.common.roles[role])}</p>
      {known && <p>{said.known}</p>}
      <form class="stack-4" method="post" action={paths.invitation(token)}>
        <FormErrors ui={ui} form={form} labels={labels} />
        <input type="hidden" name="username" autocomplete="username" value={email} />
        {known ? <KnownFields ui={ui} form={form} /> : <NewFields ui={ui} form={form} />}
        <div class="row">
          <Button primary type="submit">
            {said.go}
          </Button>
        </div>
      </form>
    </Gate>
  );
};

const KnownFields = ({ ui, form }: { ui: Ui; form: FormState }) => (
  <Input
    name="password"
    type="password"
    label={ui.t.signIn.password}
    error={form.errors['password']}
    required
    autocomplete="current-password"
  />
);

const NewFields = ({ ui, form }: { ui: Ui; form: FormState }) => (
  <>
    <Input name="name" label={ui.t.signIn.name} form={form} required autocomplete="name" />
    <NewPasswordField ui={ui} form={form} />
  </>
);
