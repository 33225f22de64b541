import type { Child, PropsWithChildren } from 'hono/jsx';

interface EmptyStateProps {
  title: string;
  /** What is not here, since when, and how it fills. */
  children?: Child;
  /** One way on. */
  act?: Child;
}

export const EmptyState = ({ title, children, act }: PropsWithChildren<EmptyStateProps>) => (
  <div class="empty">
    <svg class="thin" viewBox="0 0 160 40" aria-hidden="true">
      <path d="M2 30h36c30 0 34-20 64-20h56" />
      <circle cx="70" cy="20" r="5" />
    </svg>
    <p class="empty-title">{title}</p>
    {children && <p class="muted">{children}</p>}
    {act}
  </div>
);
