import { hx } from '../hx.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { FormErrors } from '../kit/form-errors.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { Gate } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { Ui } from '../ui.ts';

interface SignInProps {
  ui: Ui;
  form: FormState;
  /** What happened before, such as that one is signed out. */
  told?: string | undefined;
}

export const SignInPage = ({ ui, form, told }: SignInProps) => (
  <Gate ui={ui} title={ui.t.signIn.title}>
    <h1 tabindex={-1}>{ui.t.signIn.title}</h1>
    {told && <Banner role="status">{told}</Banner>}
    <SignInForm ui={ui} form={form} />
    <p class="hint">{ui.t.signIn.newHere}</p>
  </Gate>
);

export const SignInForm = ({ ui, form }: SignInProps) => (
  <form
    id="sign-in"
    class="stack-4"
    method="post"
    action={paths.signIn()}
    {...hx({ post: paths.signIn(), target: 'this', swap: 'outerMorph', disable: 'find button' })}
  >
    <FormErrors ui={ui} form={form} labels={{ email: ui.t.signIn.email }} />
    <input type="hidden" name="next" value={String(form.values['next'] ?? '')} />
    <Input
      name="email"
      type="email"
      label={ui.t.signIn.email}
      form={form}
      required
      autocomplete="username"
    />
    <Input
      name="password"
      type="password"
      label={ui.t.signIn.password}
      required
      autocomplete="current-password"
    />
    <div class="row">
      <Button primary type="submit">
        {ui.t.signIn.go}
      </Button>
      <a class="push small" href={paths.forgotten()}>
        {ui.t.signIn.cannot}
      </a>
    </div>
  </form>
);
