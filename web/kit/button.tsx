import type { PropsWithChildren } from 'hono/jsx';
import { cx, type Attrs } from './attrs.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

interface Look {
  /** One primary on a screen. `danger` with `primary` is the last step of what cannot be undone. */
  primary?: boolean | undefined;
  danger?: boolean | undefined;
  quiet?: boolean | undefined;
  big?: boolean | undefined;
  icon?: IconName | undefined;
  /** A key of the shortcut layer: pressing it clicks this. */
  hotkey?: string | undefined;
}

interface ButtonProps extends Look, Attrs {
  type?: 'button' | 'submit' | undefined;
  title?: string | undefined;
  name?: string | undefined;
  value?: string | undefined;
  disabled?: boolean | undefined;
  /** Id of the form it submits when it stands outside of it. */
  form?: string | undefined;
  formaction?: string | undefined;
  popovertarget?: string | undefined;
}

const look = ({ primary, danger, quiet, big }: Look, extra?: string) =>
  cx('btn', danger && 'danger', primary && 'primary', quiet && 'quiet', big && 'big', extra);

export const Button = ({ children, ...props }: PropsWithChildren<ButtonProps>) => {
  const {
    primary,
    danger,
    quiet,
    big,
    icon,
    hotkey,
    type = 'button',
    class: extra,
    ...rest
  } = props;
  return (
    <button
      type={type}
      class={look({ primary, danger, quiet, big }, extra)}
      data-key={hotkey}
      aria-keyshortcuts={hotkey}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
};

/** A button that is only a drawing: `label` is its name. */
export const IconButton = ({
  label,
  icon,
  class: extra,
  ...rest
}: ButtonProps & { label: string; icon: IconName }) => (
  <Button {...rest} class={cx('icon', extra)} aria-label={label} title={label} icon={icon} />
);

interface LinkButtonProps extends Look, Attrs {
  href: string;
  download?: boolean | undefined;
  target?: '_blank' | undefined;
}

export const LinkButton = ({ children, ...props }: PropsWithChildren<LinkButtonProps>) => {
  const { primary, danger, quiet, big, icon, hotkey, class: extra, ...rest } = props;
  return (
    <a
      class={look({ primary, danger, quiet, big }, extra)}
      data-key={hotkey}
      aria-keyshortcuts={hotkey}
      rel={rest.target && 'noopener'}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
};
