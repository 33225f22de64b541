import type { LegalWindow } from './open-hours.ts';
import { sameHours } from './window.ts';

const everyDay = sameHours([1, 2, 3, 4, 5, 6, 7], { from: 8 * 60, to: 21 * 60 });

/** Puerto Rico and the territories have country codes of their own in phone numbers, and the same law. */
const underFederalLaw = ['US', 'PR', 'VI', 'GU', 'AS', 'MP'];

/**
 * When marketing may reach a person, by place: rows, because dates and hours keep moving.
 * Not legal advice. Places without a row have no hours of their own that we know of.
 */
export const laws: readonly LegalWindow[] = underFederalLaw.map((country) => ({
  country,
  state: null,
  week: everyDay,
  source: '47 CFR 64.1200(c)(1)',
  effectiveFrom: '1992-12-20',
  reviewedOn: '2026-11-20',
}));
