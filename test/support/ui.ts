import { createUi, type Locale, type SeatedUi } from '#web/ui.ts';

const ASSETS = {
  css: '/assets/app.css',
  js: '/assets/app.js',
  font: '/assets/inter.woff2',
  icon: '/assets/mark.svg',
};

/** Maren's view of Alder & Tide on its working Tuesday, 10:00 in Portsmouth. */
export function seatedUi(changes: Partial<SeatedUi> & { locale?: Locale } = {}): SeatedUi {
  const place = {
    locale: changes.locale ?? 'en-US',
    zone: changes.zone ?? 'America/New_York',
    now: changes.now ?? new Date('2026-11-17T15:00:00Z'),
    theme: changes.theme ?? 'system',
    assets: ASSETS,
  };
  return {
    ...createUi(place),
    viewer: { id: 'u1', name: 'Maren Okafor', email: 'maren@aldertide.example', role: 'owner' },
    workspace: { id: 'w1', name: 'Alder & Tide', mode: 'sandbox', clockOffsetMs: 0 },
    needReply: 0,
    sync: 'well',
    ...changes,
  };
}
