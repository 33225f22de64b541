import { Button, LinkButton } from '../kit/button.tsx';
import { FormErrors } from '../kit/form-errors.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { Rich } from '../kit/rich.tsx';
import { Gate } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { Ui } from '../ui.ts';

export const ForgottenPage = ({ ui, form }: { ui: Ui; form: FormState }) => {
  const said = ui.t.signIn.forgotten;
  return (
    <Gate ui={ui} title={said.title}>
      <h1 tabindex={-1}>{said.title}</h1>
      <p>{said.why}</p>
      <form class="stack-4" method="post" action={paths.forgotten()}>
        <FormErrors ui={ui} form={form} labels={{ email: ui.t.signIn.email }} />
        <Input
          name="email"
          type="email"
          label={ui.t.signIn.email}
          form={form}
          required
          autocomplete="username"
        />
        <div class="row">
          <Button primary type="submit">
            {said.go}
          </Button>
        </div>
      </form>
      <p class="small">
        <Rich text={said.back} href={paths.signIn()} />
      </p>
    </Gate>
  );
};

/** @param token set where the person may have the link at once, which only a sandbox allows */
export const ForgottenAnswerPage = ({ ui, token }: { ui: Ui; token: string | undefined }) => {
  const said = ui.t.signIn.forgotten;
  return (
    <Gate ui={ui} title={said.title}>
      <h1 tabindex={-1}>{said.title}</h1>
      <p>{token ? said.sandbox : said.ask}</p>
      {token && (
        <LinkButton primary href={paths.reset(token)}>
          {said.open}
        </LinkButton>
      )}
      <p class="small">
        <Rich text={said.back} href={paths.signIn()} />
      </p>
    </Gate>
  );
};
