import type { Ui } from '../ui.ts';

interface CountProps {
  ui: Ui;
  n: number;
  /** What is counted, for screen readers: " need a reply". */
  of?: string | undefined;
  soft?: boolean | undefined;
  id?: string | undefined;
}

/** A small number beside a word; nothing when it is zero. Keeps its element, so that live events can fill it. */
export const Count = ({ ui, n, of, soft, id }: CountProps) => (
  <span id={id} class={soft ? 'count soft' : 'count'} hidden={n === 0}>
    {ui.format.number(n)}
    {of && <span class="vh">{of}</span>}
  </span>
);
