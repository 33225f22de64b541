import type { Child } from 'hono/jsx';
import type { Attrs } from './attrs.ts';
import { Partial } from './partial.tsx';
import { IconButton } from './button.tsx';

interface ToastProps extends Attrs {
  children: Child;
  /** "Undo" and the like. */
  act?: Child;
  dismiss: string;
  /** Milliseconds until it goes by itself; one with an act stays longer. */
  stayMs?: number | undefined;
}

/** A short answer that needs no reply. */
export const Toast = ({
  children,
  act,
  dismiss,
  stayMs = act ? 12_000 : 6000,
  ...rest
}: ToastProps) => (
  <div class="toast" data-stay={stayMs} {...rest}>
    <span>{children}</span>
    {act}
    <IconButton quiet icon="close" label={dismiss} data-dismiss />
  </div>
);

/** A toast beside the main content of an answer. */
export const ToastPartial = (props: ToastProps) => (
  <Partial target="#toasts" swap="append">
    <Toast {...props} />
  </Partial>
);
