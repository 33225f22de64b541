import type { Child, PropsWithChildren } from 'hono/jsx';
import { cx, type Attrs } from './attrs.ts';
import type { ChannelName } from './channel-tag.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

/** Solid and filled: it happened. Ring: now. Dashed and open: still to come. */
export type When = 'past' | 'now' | 'next';

interface LineProps extends Attrs {
  label?: string | undefined;
  /** More is to come at the end, so the last stretch goes on. */
  runs?: boolean | undefined;
  tight?: boolean | undefined;
}

/** The through-line, upright: only for order in time. */
export const Line = ({ children, ...props }: PropsWithChildren<LineProps>) => {
  const { label, runs, tight, class: extra, ...rest } = props;
  return (
    <ol
      class={cx('line', runs && 'runs', tight && 'tight', extra)}
      role="list"
      aria-label={label}
      {...rest}
    >
      {children}
    </ol>
  );
};

interface LineItemProps extends Attrs {
  when?: When | undefined;
  channel?: ChannelName | undefined;
  icon?: IconName | undefined;
  children: Child;
}

export const LineItem = ({ when = 'past', channel, icon, children, ...rest }: LineItemProps) => {
  const drawing = icon ?? channel;
  return (
    <li data-when={when} aria-current={when === 'now' ? 'step' : undefined} {...rest}>
      <span class="node" data-ch={channel}>
        {drawing && <Icon name={drawing} />}
      </span>
      {children}
    </li>
  );
};
