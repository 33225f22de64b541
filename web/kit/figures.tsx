import type { Child } from 'hono/jsx';
import type { Attrs } from './attrs.ts';

export interface Figure {
  label: Child;
  value: Child;
  /** The share or the reason beside the number. */
  note?: Child;
}

/** A row of large numbers, each with what it means. */
export const Figures = ({ figures, ...rest }: Attrs & { figures: readonly Figure[] }) => (
  <dl class="figs" {...rest}>
    {figures.map((figure) => (
      <div>
        <dt>{figure.label}</dt>
        <dd>{figure.value}</dd>
        {figure.note && <dd>{figure.note}</dd>}
      </div>
    ))}
  </dl>
);
