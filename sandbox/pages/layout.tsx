import type { Child } from 'hono/jsx';
import { Icon } from './icon.tsx';
import { sentences } from './sentences.ts';

export type Assets = { readonly css: string; readonly htmx: string };

export function Layout({ assets, publicUrl, children }: Props) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{sentences.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={assets.css} />
        <script src={assets.htmx} defer></script>
      </head>
      <body>
        <a class="skip" href="#main">
          {sentences.skip}
        </a>
        <header class="top">
          <a class="brand" href="/">
            <svg class="mark" viewBox="0 0 28 28" aria-hidden="true">
              <path d="M1.5 21h4.2c6.6 0 9.2-14 16-14h4.8" />
              <circle cx="14" cy="14" r="5" />
            </svg>
            Throughline
          </a>
          <span class="place">{sentences.place}</span>
          <nav class="top-end" aria-label={sentences.openApp}>
            <a class="btn quiet also" href={`${publicUrl}/inbox`}>
              {sentences.openInbox}
            </a>
            <a class="btn quiet" href={`${publicUrl}/`}>
              <Icon name="away" />
              {sentences.openApp}
            </a>
          </nav>
        </header>
        <main id="main" tabindex={-1}>
          {children}
        </main>
      </body>
    </html>
  );
}

type Props = { assets: Assets; publicUrl: string; children: Child };
