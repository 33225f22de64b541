import type { Child } from 'hono/jsx';
import { cx, type Attrs } from './attrs.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

export type Tone = 'plain' | 'on' | 'ok' | 'warn' | 'danger';

interface BadgeProps extends Attrs {
  /** `on` is what runs now and carries the dot of the line. */
  tone?: Tone | undefined;
  icon?: IconName | undefined;
  children: Child;
}

/** A state in a word. */
export const Badge = ({ tone = 'plain', icon, children, class: extra, ...rest }: BadgeProps) => (
  <span class={cx('badge', tone !== 'plain' && tone, extra)} {...rest}>
    {icon && <Icon name={icon} />}
    {children}
  </span>
);
