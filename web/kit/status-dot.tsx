import type { Child } from 'hono/jsx';
import type { Tone } from './badge.tsx';

/** A word with a dot before it, where a badge would be too loud (long tables). */
export const StatusDot = ({ tone = 'plain', children }: { tone?: Tone; children: Child }) => (
  <span class={`dot ${tone}`}>{children}</span>
);
