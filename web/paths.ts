type Query = Record<string, string | number | undefined>;

/** Adds what is set of `query` to a path. */
function withQuery(path: string, query: Query): string {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(set.map(([key, value]) => [key, String(value)])).toString();
  return search ? `${path}?${search}` : path;
}

/** Every address of the product. An order is a sub-resource: POST makes it, DELETE lifts it. */
export const paths = {
  today: () => '/',
  events: (since?: string) => withQuery('/events', { since }),
  attachment: (id: string) => `/attachments/${id}`,
  styleguide: () => '/styleguide',

  signIn: (query: { next?: string | undefined; after?: 'out' | 'changed' } = {}) =>
    withQuery('/sign-in', query),
  signOut: () => '/sign-out',
  firstOwner: (code?: string) => withQuery('/setup', { code }),
  forgotten: () => '/forgotten-password',
  reset: (token: string) => `/reset/${token}`,
  invitation: (token: string) => `/invitations/${token}`,

  inbox: (query: Query = {}) => withQuery('/inbox', query),
  conversation: (id: string, query: Query = {}) => withQuery(`/inbox/${id}`, query),
  inboxList: (query: Query = {}) => withQuery('/inbox/list', query),
  thread: (id: string, query: Query = {}) => withQuery(`/inbox/${id}/thread`, query),
  picture: (id: string, pictureId: string) => `/inbox/${id}/pictures/${pictureId}`,
  replies: (id: string) => `/inbox/${id}/replies`,
  retries: (id: string) => `/inbox/${id}/retries`,
  segments: (id: string) => `/inbox/${id}/segments`,
  assignee: (id: string) => `/inbox/${id}/assignee`,
  snooze: (id: string) => `/inbox/${id}/snooze`,
  done: (id: string) => `/inbox/${id}/done`,
  reopening: (id: string) => `/inbox/${id}/reopening`,
  read: (id: string) => `/inbox/${id}/read`,

  contacts: (query: Query = {}) => withQuery('/contacts', query),
  newContact: () => '/contacts/new',
  contactsExport: (query: Query = {}) => withQuery('/contacts.csv', query),
  contact: (id: string) => `/contacts/${id}`,
  editContact: (id: string) => `/contacts/${id}/edit`,
  contactTimeline: (id: string, before?: string) =>
    withQuery(`/contacts/${id}/timeline`, { before }),
  contactAddresses: (id: string) => `/contacts/${id}/addresses`,
  contactAddress: (id: string, addressId: string) => `/contacts/${id}/addresses/${addressId}`,
  addressConsent: (id: string, addressId: string) =>
    `/contacts/${id}/addresses/${addressId}/consent`,
  tagContacts: (query: Query = {}) => withQuery('/contacts/tags', query),
  mergeContact: (id: string) => `/contacts/${id}/merge`,
  eraseContact: (id: string) => `/contacts/${id}/erasure`,

  sequences: (query: Query = {}) => withQuery('/sequences', query),
  newSequence: () => '/sequences/new',
  sequence: (id: string) => `/sequences/${id}`,
  sequenceName: (id: string) => `/sequences/${id}/name`,
  steps: (id: string, after?: string) => withQuery(`/sequences/${id}/steps`, { after }),
  step: (id: string, stepId: string, query: Query = {}) =>
    withQuery(`/sequences/${id}/steps/${stepId}`, query),
  moveStep: (id: string, stepId: string) => `/sequences/${id}/steps/${stepId}/move`,
  stepCopies: (id: string, stepId: string) => `/sequences/${id}/steps/${stepId}/copies`,
  stepPreview: (id: string, stepId: string, query: Query = {}) =>
    withQuery(`/sequences/${id}/steps/${stepId}/preview`, query),
  stepReaders: (id: string, stepId: string) => `/sequences/${id}/steps/${stepId}/readers`,
  stepTests: (id: string, stepId: string) => `/sequences/${id}/steps/${stepId}/tests`,
  stepTest: (id: string, stepId: string, sendId: string) =>
    `/sequences/${id}/steps/${stepId}/tests/${sendId}`,
  undoEdit: (id: string) => `/sequences/${id}/undo`,
  redoEdit: (id: string) => `/sequences/${id}/redo`,
  sequenceNews: (id: string) => `/sequences/${id}/news`,
  sequenceCounts: (id: string) => `/sequences/${id}/counts`,
  sequenceCopies: (id: string) => `/sequences/${id}/copies`,
  sequenceArchive: (id: string) => `/sequences/${id}/archive`,
  sequenceChanges: (id: string) => `/sequences/${id}/changes`,
  publish: (id: string) => `/sequences/${id}/versions`,
  newVersion: (id: string) => `/sequences/${id}/versions/new`,
  version: (id: string, number: number) => `/sequences/${id}/versions/${number}`,
  restoreVersion: (id: string, number: number) => `/sequences/${id}/versions/${number}/restore`,

  campaigns: () => '/campaigns',
  newCampaign: () => '/campaigns/new',
  campaign: (id: string) => `/campaigns/${id}`,
  campaignDraft: (id: string) => `/campaigns/${id}/draft`,
  campaignAudience: (id: string) => `/campaigns/${id}/audience`,
  campaignReview: (id: string) => `/campaigns/${id}/review`,
  launch: (id: string) => `/campaigns/${id}/launch`,
  pauseCampaign: (id: string) => `/campaigns/${id}/pause`,
  resumeCampaign: (id: string) => `/campaigns/${id}/resume`,
  stopCampaign: (id: string) => `/campaigns/${id}/stop`,
  campaignFigures: (id: string) => `/campaigns/${id}/figures`,
  campaignPeople: (id: string, query: Query = {}) => withQuery(`/campaigns/${id}/people`, query),

  membership: (id: string) => `/memberships/${id}`,
  membershipProgress: (id: string) => `/memberships/${id}/progress`,
  pauseMembership: (id: string) => `/memberships/${id}/pause`,
  resumeMembership: (id: string) => `/memberships/${id}/resume`,
  sendNow: (id: string) => `/memberships/${id}/send-now`,
  stopMembership: (id: string) => `/memberships/${id}/stop`,

  imports: () => '/imports',
  newImport: () => '/imports/new',
  importRun: (id: string) => `/imports/${id}`,
  importMapping: (id: string) => `/imports/${id}/mapping`,
  importPreview: (id: string) => `/imports/${id}/preview`,
  startImport: (id: string) => `/imports/${id}/start`,
  pauseImport: (id: string) => `/imports/${id}/pause`,
  cancelImport: (id: string) => `/imports/${id}/cancel`,
  importProgress: (id: string) => `/imports/${id}/progress`,
  rejectedRows: (id: string) => `/imports/${id}/rejected.csv`,

  historyImports: (query: Query = {}) => withQuery('/history', query),
  newHistoryImport: (account?: string) => withQuery('/history/new', { account }),
  historyImport: (id: string) => `/history/${id}`,
  pauseHistory: (id: string) => `/history/${id}/pause`,
  cancelHistory: (id: string) => `/history/${id}/cancel`,
  historySpeed: (id: string) => `/history/${id}/speed`,
  historyProofs: (id: string) => `/history/${id}/proofs`,
  historyRepairs: (id: string) => `/history/${id}/repairs`,
  historyProblems: (id: string, query: Query = {}) => withQuery(`/history/${id}/problems`, query),
  historyDifferences: (id: string, query: Query = {}) =>
    withQuery(`/history/${id}/differences`, query),
  historyHoles: (id: string) => `/history/${id}/missing.csv`,
  sync: () => '/sync',

  senders: () => '/senders',
  newSender: () => '/senders/new',
  sender: (id: string) => `/senders/${id}`,
  pauseSender: (id: string) => `/senders/${id}/pause`,
  rotation: (id: string) => `/senders/${id}/rotation`,
  accounts: () => '/senders/accounts',
  newAccount: () => '/senders/accounts/new',
  account: (id: string) => `/senders/accounts/${id}`,
  accountToken: (id: string) => `/senders/accounts/${id}/token`,
  testAccount: (id: string) => `/senders/accounts/${id}/test`,

  unconfirmed: () => '/sends/unconfirmed',
  sendDecisions: () => '/sends/decisions',

  settings: () => '/settings',
  profile: () => '/settings/profile',
  workspace: () => '/settings/workspace',
  members: () => '/settings/members',
  member: (id: string) => `/settings/members/${id}`,
  resetMember: (id: string) => `/settings/members/${id}/reset-link`,
  invitations: () => '/settings/members/invitations',
  withdrawInvitation: (id: string) => `/settings/members/invitations/${id}`,
  sessions: () => '/settings/sessions',
  session: (id: string) => `/settings/sessions/${id}`,
  password: () => '/settings/password',
  webhookEvents: () => '/settings/events',
  replayEvent: (id: string) => `/settings/events/${id}/replay`,
  replayQuarantined: (id: string) => `/settings/events/quarantined/${id}/replay`,
  clock: () => '/clock',

  twilioMessages: (account: string) => `/webhooks/twilio/${account}/messages`,
  twilioStatus: (account: string) => `/webhooks/twilio/${account}/status`,
} as const;
