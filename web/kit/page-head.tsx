import type { Child } from 'hono/jsx';

interface PageHeadProps {
  /** So that it may be replaced while the page stands open. */
  id?: string | undefined;
  title: Child;
  /** A headline that is a sentence, in large type. */
  say?: boolean | undefined;
  crumb?: Child;
  badge?: Child;
  lede?: Child;
  acts?: Child;
}

/** The head of a page: where, what, a sentence, and the orders. Its h1 takes the focus after a move. */
export const PageHead = ({ id, title, say, crumb, badge, lede, acts }: PageHeadProps) => (
  <header id={id} class="head">
    <div>
      {crumb}
      <h1 tabindex={-1} class={say ? 'say' : undefined}>
        {title}
        {badge && <> {badge}</>}
      </h1>
      {lede && <p class="muted">{lede}</p>}
    </div>
    {acts && <div class="acts">{acts}</div>}
  </header>
);
