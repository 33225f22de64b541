import type { Child } from 'hono/jsx';
import type { Attrs } from './attrs.ts';
import { LinkButton } from './button.tsx';

interface DrawerProps extends Attrs {
  id: string;
  label: string;
  head: Child;
  /** Where closing leads: the same page without the drawer. */
  closeHref: string;
  close: string;
  /** How the close link asks for it, where only a region is to change. */
  closeAttrs?: Attrs | undefined;
  foot?: Child;
  children: Child;
}

/** A pane beside the work, with an address of its own; full screen on a phone. */
export const Drawer = ({
  id,
  label,
  head,
  closeHref,
  close,
  closeAttrs,
  foot,
  children,
  ...rest
}: DrawerProps) => (
  <aside class="pane drawer" id={id} aria-label={label} {...rest}>
    <div class="drawer-head">
      {head}
      <LinkButton
        quiet
        icon="close"
        href={closeHref}
        class="icon push"
        aria-label={close}
        data-key="Escape"
        {...closeAttrs}
      />
    </div>
    <div class="pane-scroll">
      <div class="drawer-body">{children}</div>
    </div>
    {foot && <div class="drawer-foot">{foot}</div>}
  </aside>
);
