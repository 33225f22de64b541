import type { Child, PropsWithChildren } from 'hono/jsx';
import { cx, type Attrs } from './attrs.ts';
import { Button, IconButton } from './button.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

interface MenuProps {
  /** Unique on the page; the popover's id. */
  id: string;
  label: string;
  /** What opens it; without one it is a button of three dots. */
  opener?: Child;
  openerIcon?: IconName | undefined;
  quiet?: boolean | undefined;
  /** Opens toward the start, for menus at the right edge. */
  atEnd?: boolean | undefined;
}

/** A button and the popover that it opens; the browser places, closes and restores the focus. */
export const Menu = ({ children, ...props }: PropsWithChildren<MenuProps>) => {
  const { id, label, opener, openerIcon, quiet = true, atEnd } = props;
  return (
    <>
      {opener ? (
        <Button quiet={quiet} icon={openerIcon} popovertarget={id}>
          {opener}
        </Button>
      ) : (
        <IconButton quiet={quiet} label={label} icon={openerIcon ?? 'dots'} popovertarget={id} />
      )}
      <div
        id={id}
        popover="auto"
        class={cx('menu', atEnd && 'at-end')}
        role="group"
        aria-label={label}
      >
        {children}
      </div>
    </>
  );
};

interface MenuItemProps extends Attrs {
  href?: string | undefined;
  icon?: IconName | undefined;
  danger?: boolean | undefined;
  hotkey?: string | undefined;
  type?: 'button' | 'submit' | undefined;
  form?: string | undefined;
  name?: string | undefined;
  value?: string | undefined;
  children: Child;
}

export const MenuItem = (props: MenuItemProps) => {
  const { href, icon, danger, hotkey, type = 'button', class: extra, children, ...rest } = props;
  const inside = (
    <>
      {icon && <Icon name={icon} class={danger ? 'is-danger' : undefined} />}
      <span>{children}</span>
      {hotkey && (
        <kbd class="key push" aria-hidden="true">
          {hotkey}
        </kbd>
      )}
    </>
  );
  const shared = { class: cx(danger && 'is-danger', extra), 'data-key': hotkey, ...rest };
  return href ? (
    <a href={href} {...shared}>
      {inside}
    </a>
  ) : (
    <button type={type} {...shared}>
      {inside}
    </button>
  );
};
