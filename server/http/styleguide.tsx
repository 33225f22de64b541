import { Hono } from 'hono';
import { StopDialog } from '#web/styleguide/dialogs.tsx';
import { StyleguidePage } from '#web/styleguide/styleguide-page.tsx';
import { colleague } from '#web/styleguide/samples.ts';
import { createUi, type SeatedUi, type Ui } from '#web/ui.ts';
import type { HttpEnv } from './env.ts';
import { fragment, respond } from './respond.tsx';

/** The components in every state. Mounted only where sandbox workspaces exist: it shows no real data. */
export const styleguideRoutes = () =>
  new Hono<HttpEnv>()
    .get('/styleguide', (c) => respond(c, { full: <StyleguidePage ui={guideUi(c.get('ui'))} /> }))
    .get('/styleguide/dialog', (c) => fragment(c, <StopDialog ui={c.get('ui')} />));

/** The working morning of the demo firm, so that the page looks the same on every day. */
export function guideUi(ui: Ui): SeatedUi {
  const place = { zone: 'America/New_York', now: new Date('2026-11-17T15:00:00Z') };
  return {
    ...createUi({ ...ui, ...place }),
    viewer: { id: 'guide', name: colleague, email: 'maren@aldertide.example', role: 'marketer' },
    workspace: { id: 'guide', name: 'Alder & Tide', mode: 'sandbox', clockOffsetMs: 0 },
    needReply: 9,
    sync: 'late',
  };
}
