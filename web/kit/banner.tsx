import type { Child, PropsWithChildren } from 'hono/jsx';
import { cx, type Attrs } from './attrs.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

interface BannerProps extends Attrs {
  tone?: 'info' | 'ok' | 'warn' | 'danger' | undefined;
  icon?: IconName | undefined;
  /** `status` for what appears by itself, `alert` for what stops the work. */
  role?: 'status' | 'alert' | undefined;
  acts?: Child;
  tabindex?: number | undefined;
  autofocus?: boolean | undefined;
}

const ICONS = { info: 'info', ok: 'check', warn: 'warn', danger: 'failed' } as const;

/** A sentence that concerns the whole page or form. */
export const Banner = ({ children, ...props }: PropsWithChildren<BannerProps>) => {
  const { tone = 'info', icon = ICONS[tone], acts, class: extra, ...rest } = props;
  return (
    <div class={cx('banner', tone !== 'info' && tone, extra)} {...rest}>
      <Icon name={icon} />
      <div class="say">{children}</div>
      {acts && <div class="acts">{acts}</div>}
    </div>
  );
};
