/** What a campaign asks of the outside world; activities/campaigns.ts answers. */
export interface CampaignActivities {
  /** Writes the audience down as memberships, once, each with its day and place or with the reason of its exclusion. */
  enrolAudience: (input: { campaignId: string }) => Promise<void>;
  /** Starts every walk that is due, then says what the campaign waits for. */
  releaseDue: (input: { campaignId: string }) => Promise<ReleaseResult>;
  /** Ends every open walk of a stopped campaign; slow on purpose. */
  closeWalks: (input: { campaignId: string }) => Promise<void>;
}

/** `waitMs` is engine time until the next release; null where only news can move the campaign. */
export type ReleaseResult =
  | { kind: 'waiting'; waitMs: number | null; why: 'next-day' | 'walking' | 'paused' }
  | { kind: 'stopped' }
  | { kind: 'complete' };
