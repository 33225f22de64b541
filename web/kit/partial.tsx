import type { PropsWithChildren } from 'hono/jsx';

interface PartialProps {
  target: `#${string}`;
  swap?: string;
}

/** A second region in an answer: `<Partial target="#counts">…</Partial>` beside the main content. */
export const Partial = ({
  target,
  swap = 'innerHTML',
  children,
}: PropsWithChildren<PartialProps>) => (
  <hx-partial hx-target={target} hx-swap={swap}>
    {children}
  </hx-partial>
);
