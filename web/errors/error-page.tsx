import { LinkButton } from '../kit/button.tsx';
import { Gate } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { Ui } from '../ui.ts';

interface ErrorPageProps {
  ui: Ui;
  title: string;
  why: string;
  /** What support needs to find the case. */
  code?: string | undefined;
}

/** Stands without a seat, so that it also works where sign-in itself fails. */
export const ErrorPage = ({ ui, title, why, code }: ErrorPageProps) => (
  <Gate ui={ui} title={title}>
    <h1 tabindex={-1}>{title}</h1>
    <p>{why}</p>
    {code && <p class="muted small">{ui.t.errors.failed.code(code)}</p>}
    <p>
      <LinkButton href={paths.today()}>{ui.t.errors.notFound.way}</LinkButton>
    </p>
  </Gate>
);
