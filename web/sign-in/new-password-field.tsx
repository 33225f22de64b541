import { leastPasswordLength } from '#domain/access/password-rule.ts';
import { Input } from '../kit/input.tsx';
import type { FormState } from '../kit/form-state.ts';
import type { Ui } from '../ui.ts';

export const NewPasswordField = ({ ui, form }: { ui: Ui; form: FormState }) => (
  <Input
    name="password"
    type="password"
    label={ui.t.signIn.newPassword}
    hint={ui.t.signIn.passwordHint(leastPasswordLength)}
    error={form.errors['password']}
    required
    minlength={leastPasswordLength}
    autocomplete="new-password"
  />
);
