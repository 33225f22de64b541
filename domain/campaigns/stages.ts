/** `launching` while the audience is being written down as memberships. */
export type CampaignState = 'draft' | 'launching' | 'running' | 'paused' | 'stopped' | 'complete';

export type CampaignOrder = 'launch' | 'pause' | 'resume' | 'stop';

const after: Record<CampaignState, Partial<Record<CampaignOrder, CampaignState>>> = {
  draft: { launch: 'launching' },
  launching: { pause: 'paused', stop: 'stopped' },
  running: { pause: 'paused', stop: 'stopped' },
  paused: { resume: 'running', stop: 'stopped' },
  stopped: {},
  complete: {},
};

export function campaignOrders(state: CampaignState): readonly CampaignOrder[] {
  return Object.keys(after[state]) as CampaignOrder[];
}

/** The state that an order leads to, or null where it may not be given. */
export function afterOrder(state: CampaignState, order: CampaignOrder): CampaignState | null {
  return after[state][order] ?? null;
}
