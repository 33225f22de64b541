import type { Child, PropsWithChildren } from 'hono/jsx';
import { Mark } from './kit/mark.tsx';
import { LiveRegions } from './shell/live-regions.tsx';
import { Navigation, type Place } from './shell/navigation.tsx';
import { SandboxBanner } from './shell/sandbox-banner.tsx';
import { SyncDot } from './shell/sync-dot.tsx';
import { UserMenu } from './shell/user-menu.tsx';
import { hx } from './hx.ts';
import { paths } from './paths.ts';
import type { SeatedUi, Ui } from './ui.ts';

// Named by what it cures (reference: traps of htmx 4.0.1): an error must never replace what a person
// was reading, a morph must not close what a person opened, Back must fetch fresh.
const HTMX_CONFIG = JSON.stringify({
  noSwap: [204, 304, '5xx'],
  morphIgnore: ['data-htmx-powered', 'open'],
  includeIndicatorCSS: false,
  defaultTimeout: 30_000,
});

interface DocumentProps {
  ui: Ui;
  title: string;
  bodyClass?: string | undefined;
}

/** The document around everything: head, assets, dialog, live regions. */
const Document = ({ ui, title, bodyClass, children }: PropsWithChildren<DocumentProps>) => (
  <html
    lang={ui.locale === 'xx' ? 'en' : ui.locale}
    data-theme={ui.theme === 'system' ? undefined : ui.theme}
  >
    <head>
      <meta charset="utf-8" />
      <title>{`${title} · ${ui.t.shell.product}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="htmx-config" content={HTMX_CONFIG} />
      <link
        rel="preload"
        href={ui.assets.font}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link rel="stylesheet" href={ui.assets.css} />
      <link rel="icon" href={ui.assets.icon} type="image/svg+xml" />
      <script src={ui.assets.js} defer />
    </head>
    <body class={bodyClass}>
      {children}
      <LiveRegions ui={ui} />
    </body>
  </html>
);

interface ShellProps {
  ui: SeatedUi;
  title: string;
  /** Where in the menu the page stands. */
  nav?: Place | undefined;
  /** Sentences that concern the whole page, above it. */
  banner?: Child;
}

/** A page inside a workspace. `children` is what stands in `<main>`: `<Page>` or panes. */
export const Shell = ({ ui, title, nav, banner, children }: PropsWithChildren<ShellProps>) => (
  <Document ui={ui} title={title}>
    <a class="skip" href="#main">
      {ui.t.shell.skip}
    </a>
    <header class="top">
      <a class="brand" href={paths.today()}>
        <Mark />
        {ui.t.shell.product}
      </a>
      <Navigation ui={ui} current={nav} />
      <div class="top-end">
        <SyncDot ui={ui} state={ui.sync} />
        <span class="place">{ui.t.shell.place(ui.workspace.name, ui.workspace.mode)}</span>
        <UserMenu ui={ui} />
      </div>
    </header>
    <SandboxBanner ui={ui} />
    <main id="main" tabindex={-1} data-nav={nav} {...{ 'hx-history-elt': '' }}>
      {banner}
      {children}
    </main>
    {ui.liveSince !== undefined && (
      <div
        id="live"
        hidden
        {...hx({ swap: 'none', sse: { connect: paths.events(ui.liveSince) } })}
      />
    )}
  </Document>
);

/** A page of text, tables and forms at its usual width. */
export const Page = ({ children, class: extra }: PropsWithChildren<{ class?: string }>) => (
  <div class={extra ? `page ${extra}` : 'page'}>{children}</div>
);

/** Sign-in and other pages before a seat: one box on the line. */
export const Gate = ({ ui, title, children }: PropsWithChildren<{ ui: Ui; title: string }>) => (
  <Document ui={ui} title={title} bodyClass="gate">
    <main id="main" tabindex={-1}>
      <svg
        class="through"
        viewBox="0 0 1600 400"
        preserveAspectRatio="xMidYMid slice"
        aria-hidden="true"
      >
        <path d="M-20 290H380C620 290 640 120 800 120" />
        <path d="M800 120h820" class="next" />
        <circle cx="400" cy="290" r="3.5" />
        <circle cx="546.3" cy="253.3" r="3.5" />
      </svg>
      <div class="gate-box">
        <p class="brand">
          <Mark />
          {ui.t.shell.product}
        </p>
        {children}
      </div>
    </main>
  </Document>
);
