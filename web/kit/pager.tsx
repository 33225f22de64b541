import type { Ui } from '../ui.ts';
import type { Attrs } from './attrs.ts';
import { LinkButton } from './button.tsx';

interface PagerProps {
  ui: Ui;
  label: string;
  /** "1 to 50 of 7,060" */
  about?: string | undefined;
  firstHref?: string | undefined;
  nextHref?: string | undefined;
  attrs?: Attrs | undefined;
}

/** Keyset pages only go on: the next one, or back to the first. */
export const Pager = ({ ui, label, about, firstHref, nextHref, attrs }: PagerProps) => (
  <nav class="pager" aria-label={label}>
    {about && <span class="muted small">{about}</span>}
    {firstHref && (
      <LinkButton quiet href={firstHref} {...attrs}>
        {ui.t.common.first}
      </LinkButton>
    )}
    {nextHref && (
      <LinkButton href={nextHref} {...attrs}>
        {ui.t.common.older}
      </LinkButton>
    )}
  </nav>
);
