import type { SendFacts } from '#domain/sending/facts.ts';
import { laws } from '#domain/sending/laws.ts';
import type { CampaignWindow } from '#domain/sending/open-hours.ts';
import type { SenderFacts } from '#domain/sending/sender.ts';

export const portsmouth = 'America/New_York';

/** A working Tuesday, ten in the morning in Portsmouth. */
export const tuesday = Date.parse('2026-11-17T10:00:00-05:00');

export const office: CampaignWindow = {
  days: [1, 2, 3, 4, 5],
  from: 9 * 60,
  to: 18 * 60,
  zone: portsmouth,
};

export const sender = (over: Partial<SenderFacts> = {}): SenderFacts => ({
  id: 'a',
  provider: 'twilio',
  value: '+16035550101',
  country: 'US',
  areaCode: '603',
  region: 'NH',
  state: 'active',
  channels: ['sms'],
  rotation: true,
  priority: 10,
  lastUsedAt: null,
  dailyCap: 200,
  sentToday: 0,
  ratePerSecond: 1,
  freeAt: null,
  busyUntil: null,
  ...over,
});

/** Ruth is due, consented, in hours and under every limit: this message goes. */
export const ready: SendFacts = {
  purpose: 'marketing',
  channel: 'sms',
  dueAt: tuesday - 24 * 3_600_000,
  sendNow: false,
  recipient: {
    address: 'usable',
    country: 'US',
    areaCode: '603',
    region: 'NH',
    zones: [portsmouth],
    zoneSource: 'area-code',
    places: [{ country: 'US', state: 'NH' }],
  },
  suppression: { blocked: [], reason: null, since: null },
  consent: 'given',
  text: { kind: 'text', text: 'Ruth, shall we check the roof? Reply STOP to end.' },
  smartEncoding: false,
  workspacePausedSince: null,
  campaign: { state: 'running', pausedSince: null, window: office, consentBasis: null },
  membership: { state: 'walking', ending: null, pausedSince: null },
  answersAt: null,
  laws,
  marketingSentAt: [],
  personCaps: { perDay: 1, perWeek: 3 },
  dayLimits: [
    { scope: 'workspace', limit: 1000, used: 4, day: '2026-11-17', zone: portsmouth },
    { scope: 'campaign', limit: 125, used: 4, day: '2026-11-17', zone: portsmouth },
  ],
  pool: { sticky: null, senders: [sender()], day: '2026-11-17', zone: portsmouth },
  reservation: null,
};

/** Dana answers Ruth from the inbox. */
export const reply: SendFacts = {
  ...ready,
  purpose: 'conversation',
  dueAt: null,
  campaign: null,
  membership: null,
  consent: 'none',
  dayLimits: [],
};

/** The one answer to STOP. */
export const confirmation: SendFacts = {
  ...reply,
  purpose: 'confirmation',
  suppression: { blocked: ['sms'], reason: 'keyword', since: tuesday },
  answersAt: tuesday,
};
