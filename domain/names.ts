/**
 * Ids of workflows, names of messages and queues: the words that processes share over the engine.
 * A name that runs in production never changes; it is found by running executions.
 */

export const taskQueues = {
  workflows: 'workflows',
  campaigns: 'campaigns',
  campaignSends: 'campaign-sends',
  conversationSends: 'conversation-sends',
  imports: 'imports',
  history: 'history',
} as const;

export const workflowIds = {
  membership: (membershipId: string) => `membership/${membershipId}`,
  campaign: (campaignId: string) => `campaign/${campaignId}`,
  contactImport: (runId: string) => `contact-import/${runId}`,
  send: (sendId: string) => `send/${sendId}`,
  attachment: (attachmentId: string) => `attachment/${attachmentId}`,
  openphoneImport: (importId: string) => `openphone-import/${importId}`,
  openphoneNight: (accountId: string) => `openphone-night/${accountId}`,
  openphoneWatch: (accountId: string) => `openphone-watch/${accountId}`,
  twilioWatch: (accountId: string) => `twilio-watch/${accountId}`,
  twilioNight: (accountId: string) => `twilio-night/${accountId}`,
  openphoneFetch: (eventId: string) => `openphone-fetch/${eventId}`,
  accountCheck: (accountId: string, orderId: string) => `account-check/${accountId}/${orderId}`,
} as const;

/** The exported functions of `workflows/index.ts`, as the engine knows them. */
export const workflowTypes = {
  membership: 'membership',
  campaign: 'campaign',
  contactImport: 'contactImport',
  send: 'send',
  attachmentFetch: 'attachmentFetch',
  accountCheck: 'accountCheck',
  openphoneImport: 'openphoneImport',
  openphoneNight: 'openphoneNight',
  openphoneWatch: 'openphoneWatch',
  openphoneFetch: 'openphoneFetch',
  twilioWatch: 'twilioWatch',
} as const;

export const signalNames = { woken: 'woken', ended: 'ended' } as const;

export const queryNames = { progress: 'progress' } as const;

/** Keyword attributes set once at the start; they carry ids only. */
export const searchAttributes = { workspaceId: 'WorkspaceId', campaignId: 'CampaignId' } as const;

/** One key per thing that may be said once; unique in the ledger. */
export const intentKeys = {
  step: (step: { membershipId: string; stepId: string; visit: number; channel: string }) =>
    `step:${step.membershipId}:${step.stepId}:${step.visit}:${step.channel}`,
  reply: (orderId: string) => `reply:${orderId}`,
  confirm: (eventId: string) => `confirm:${eventId}`,
  test: (orderId: string) => `test:${orderId}`,
} as const;
