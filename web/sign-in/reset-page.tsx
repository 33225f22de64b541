import { Button } from '../kit/button.tsx';
import { FormErrors } from '../kit/form-errors.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Gate } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { Ui } from '../ui.ts';
import { NewPasswordField } from './new-password-field.tsx';

interface ResetProps {
  ui: Ui;
  token: string;
  email: string;
  form: FormState;
}

export const ResetPage = ({ ui, token, email, form }: ResetProps) => {
  const said = ui.t.signIn.reset;
  return (
    <Gate ui={ui} title={said.title}>
      <h1 tabindex={-1}>{said.title}</h1>
      <p>{said.why(email)}</p>
      <form class="stack-4" method="post" action={paths.reset(token)}>
        <FormErrors ui={ui} form={form} labels={{ password: ui.t.signIn.newPassword }} />
        <input type="hidden" name="username" autocomplete="username" value={email} />
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
