import type { Child } from 'hono/jsx';
import type { Attrs } from './attrs.ts';

interface TabsProps extends Attrs {
  label: string;
  tabs: readonly { href: string; label: Child; count?: string; current?: boolean; attrs?: Attrs }[];
}

/** Views of one thing, each at its own address. */
export const Tabs = ({ label, tabs, class: extra, ...rest }: TabsProps) => (
  <nav class={extra ? `seg tabs ${extra}` : 'seg tabs'} aria-label={label} {...rest}>
    {tabs.map((tab) => (
      <a href={tab.href} aria-current={tab.current ? 'page' : undefined} {...tab.attrs}>
        {tab.label}
        {tab.count !== undefined && <span class="count soft">{tab.count}</span>}
      </a>
    ))}
  </nav>
);
