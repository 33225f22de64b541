import type { Cost } from '#domain/campaigns/cost.ts';
import type { Forecast } from '#domain/campaigns/plan.ts';
import type { CampaignWindow } from '#domain/sending/open-hours.ts';
import type { ReachProps } from './reach.tsx';

export interface ReviewProps {
  id: string;
  name: string;
  window: CampaignWindow;
  dailyLimit: number;
  reach: Omit<ReachProps, 'sample'>;
  plan: Forecast;
  cost: Cost;
  segments: { least: number; most: number };
  /** What some people will read, message by message. */
  sample: readonly { contactId: string; name: string; phone: string; texts: readonly string[] }[];
  /** Sentences; while there are any, it cannot be launched. */
  /** People where these hours are never lawful. */
  never: number;
  problems: readonly string[];
  mayLaunch: boolean;
}
