import type { ExclusionReason } from '#domain/campaigns/exclusion.ts';
import type { CampaignOrder, CampaignState } from '#domain/campaigns/stages.ts';
import type { Block } from '#domain/sequences/step.ts';

/** A launched campaign as its page shows it; instants of the workspace's clock. */
export interface CampaignProps {
  id: string;
  name: string;
  state: CampaignState;
  alert: string | null;
  createdAt: Date;
  createdBy: string | null;
  launchedAt: Date | null;
  endedAt: Date | null;
  dailyLimit: number;
  sequence: { id: string; name: string; version: number; blocks: readonly Block[] };
  figures: {
    matching: number;
    excluded: number;
    enrolled: number;
    walking: number;
    ended: number;
    started: number;
    sent: number;
    delivered: number;
    failed: number;
    replied: number;
    optedOut: number;
    overlapped: number;
    costMicros: number;
    unpriced: number;
    currency: string | null;
    sentToday: number;
    nextRelease: Date | null;
    lastRelease: Date | null;
  };
  steps: readonly {
    stepId: string;
    sent: number;
    waiting: number;
    held: number;
    replied: number;
    optedOut: number;
    failed: number;
  }[];
  exclusions: readonly { reason: ExclusionReason; count: number }[];
  /** Orders that this viewer may give now. */
  orders: readonly CampaignOrder[];
  providerDown: boolean;
  engineUrl: string | null;
}

/** Everybody who gets it: let in already or not. */
export const peopleOf = ({ figures }: CampaignProps): number =>
  figures.enrolled + figures.walking + figures.ended;
