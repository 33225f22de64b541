import { raw } from 'hono/html';
import { icons, type IconName } from './icons.ts';

/** A drawing beside words; it never speaks alone, so it is hidden from screen readers. */
export const Icon = ({ name, class: extra }: { name: IconName; class?: string | undefined }) => (
  <svg class={extra ? `i ${extra}` : 'i'} viewBox="0 0 24 24" aria-hidden="true">
    {raw(icons[name])}
  </svg>
);
