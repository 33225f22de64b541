import type { CampaignWindow } from '#domain/sending/open-hours.ts';

/** What the page of the day shows; times are on the clock of the workspace. */
export interface TodayProps {
  counts: {
    needReply: number;
    oldestAt: Date | null;
    oldestId: string | null;
    undelivered: number;
    undeliveredNames: string[];
    unconfirmed: number;
    unconfirmedSince: Date | null;
    deadLetters: number;
    quarantined: number;
    hasContacts: boolean;
    hasSequences: boolean;
    hasCampaigns: boolean;
  };
  campaigns: readonly CampaignToday[];
  senders: { troubled: readonly SenderToday[]; all: number };
  line: LineOfDay;
  happening: readonly HappeningRow[];
}

export interface CampaignToday {
  id: string;
  name: string;
  state: 'draft' | 'launching' | 'running' | 'paused';
  launchedAt: Date | null;
  pausedAt: Date | null;
  pausedBy: string | null;
  people: number;
  reached: number;
  replied: number;
  lastPlannedAt: Date | null;
  window: CampaignWindow;
  alert: string | null;
}

export interface SenderToday {
  id: string;
  value: string;
  state: 'active' | 'paused' | 'alert';
  known: number;
  delivered: number;
}

/** Counts by stretch; `minute` is where one begins, after midnight of the workspace. */
export interface LineOfDay {
  sent: readonly { minute: number; n: number }[];
  planned: readonly { minute: number; n: number }[];
  replies: readonly { minute: number; n: number }[];
  nextAt: Date | null;
}

export interface HappeningRow {
  conversationId: string;
  contact: string;
  kind: 'message' | 'email' | 'call' | 'voicemail' | 'note' | 'event';
  channel: 'sms' | 'whatsapp' | 'email' | 'call' | null;
  direction: 'in' | 'out' | null;
  author: string | null;
  state: string | null;
  pictures: number;
  at: Date;
}
