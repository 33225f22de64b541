import { LinkButton } from '../kit/button.tsx';
import { Gate } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { Ui } from '../ui.ts';

interface LinkGoneProps {
  ui: Ui;
  kind: 'invitation' | 'reset' | 'owner';
}

/** A one-time link that opens nothing any more, and whom to ask. */
export const LinkGonePage = ({ ui, kind }: LinkGoneProps) => {
  const said = ui.t.signIn.linkGone;
  return (
    <Gate ui={ui} title={said.title}>
      <h1 tabindex={-1}>{said.title}</h1>
      <p>
        {said.why} {said[kind]}
      </p>
      <LinkButton href={paths.signIn()}>{said.back}</LinkButton>
    </Gate>
  );
};
