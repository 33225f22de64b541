import type { Ending, MembershipState } from '#domain/campaigns/membership.ts';
import type { CampaignState } from '#domain/campaigns/stages.ts';
import type { Channel } from '#domain/sequences/step.ts';
import type { ConsentBasis, ConsentState } from './consent.ts';
import type { CampaignWindow, LegalWindow, Place } from './open-hours.ts';
import type { Purpose } from './purpose.ts';
import type { Rendered } from './rendered.ts';
import type { Reservation, SenderPool } from './sender.ts';
import type { SuppressionFacts } from './suppression.ts';

/** Everything that the gate looks at, loaded in one transaction. Instants are epoch milliseconds. */
export type SendFacts = {
  purpose: Purpose;
  channel: Channel;
  /** When the sequence makes it due; null for messages outside one. */
  dueAt: number | null;
  /** A person ordered "send now": skips the wait, never the gate. */
  sendNow: boolean;
  recipient: RecipientFacts;
  suppression: SuppressionFacts;
  consent: ConsentState;
  text: Rendered;
  /** Typographic quotes and dashes are replaced as the provider's smart encoding does. */
  smartEncoding: boolean;
  workspacePausedSince: number | null;
  campaign: CampaignFacts | null;
  membership: MembershipFacts | null;
  /** For a confirmation: when the message it answers was received. */
  answersAt: number | null;
  laws: readonly LegalWindow[];
  /** When marketing went to this address in the last 7 days, over all channels and campaigns. */
  marketingSentAt: readonly number[];
  personCaps: PersonCaps;
  dayLimits: readonly DayLimit[];
  pool: SenderPool;
  reservation: Reservation | null;
};

export type RecipientFacts = {
  address: 'usable' | 'invalid' | 'landline' | 'erased';
  country: string;
  areaCode: string | null;
  region: string | null;
  /** Every zone the person may be in; empty when nothing is known, then the campaign's zone holds. */
  zones: readonly string[];
  /** Where the zone is from, for the passport: contact, postal-code, number, campaign. */
  zoneSource: string;
  places: readonly Place[];
};

export type CampaignFacts = {
  state: CampaignState;
  pausedSince: number | null;
  window: CampaignWindow;
  consentBasis: ConsentBasis | null;
};

export type MembershipFacts = {
  state: MembershipState;
  ending: Ending | null;
  pausedSince: number | null;
};

/** Marketing messages to one person over all channels, in rolling spans. */
export type PersonCaps = { perDay: number; perWeek: number };

/** `used` counts the messages of `day` (2026-11-17) as that date is meant in `zone`. */
export type DayLimit = {
  scope: 'workspace' | 'campaign';
  limit: number;
  used: number;
  day: string;
  zone: string;
};
