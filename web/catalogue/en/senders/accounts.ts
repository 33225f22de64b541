import type { Format } from '../../format.ts';

/** Accounts at providers: credentials, checks, and where their webhooks come in. */
export const accounts = (f: Format) => ({
  title: 'Accounts',
  lede: 'Credentials are sealed when you save them and are never shown again.',
  add: 'Add an account',
  addTitle: 'Add an account',
  providerLabel: 'Provider',
  provider: 'Provider',
  providers: { twilio: 'Twilio', openphone: 'OpenPhone (Quo)' },
  addLede: {
    sandbox:
      'This is a sandbox workspace: the account is one of the sandbox, and never reaches a real provider.',
    live: 'This is a live workspace: messages of this account reach real phones, and cost money.',
  },
  empty: 'No account yet',
  emptyLede: 'An account holds the numbers and their credentials at the provider.',
  name: 'Name',
  nameHint: 'For your colleagues.',
  sid: 'Account SID',
  sidHint: 'Begins with AC; from the console of Twilio.',
  sidWrong: 'An account SID is AC and 32 digits or letters a to f.',
  token: 'Auth token',
  tokenHint: 'It signs the webhooks too. It is sealed and never shown again.',
  tokenShort: 'Paste the whole token.',
  taken: 'This account is here already.',
  create: 'Add account',
  apiKey: 'API key',
  apiKeyHint:
    'From the settings of your workspace there, under API. It opens the whole workspace; it is sealed and never shown again.',
  keyShort: 'Paste the whole key.',
  keyWrong: 'A key is one word; paste it without “Bearer”.',
  keyTaken: 'An account with this key is here already.',
  webhookSecret: 'Secret of a webhook',
  webhookSecretHint:
    'Only where you made a webhook in their app that leads here: what begins with whsec_, or the key in base64. Those that we need we make ourselves.',
  webhookSecretWrong: 'A secret is whsec_ and base64, or base64 alone.',
  connect: 'Connect',
  connectLede:
    'Connecting reads the numbers and makes webhooks that lead here. Numbers come in out of rotation: campaigns use them once you put them in.',
  states: {
    active: 'Active',
    paused: 'Paused',
    refused: 'Refused by the provider',
    looking: 'Being tested',
  },
  mode: 'Kind',
  modes: { sandbox: 'Sandbox', live: 'Live' },
  numbers: 'Numbers',
  lastCheck: 'Credentials',
  unchecked: 'Not tested yet',
  checking: (since: Date) => `Testing since ${f.moment(since)} …`,
  well: (at: Date) => `Right, tested ${f.moment(at)}`,
  wrong: (why: string, at: Date) => `${why} Tested ${f.moment(at)}.`,
  results: {
    twilio: {
      '20003': 'The provider refuses them: SID and token do not belong together.',
      '20404': 'The provider does not know this account.',
      '401': 'The provider refuses them: SID and token do not belong together.',
      '404': 'The provider does not know this account.',
    } as Record<string, string>,
    openphone: {
      '401': 'The provider refuses the key: it was withdrawn, or not wholly pasted.',
      'other-workspace':
        'This key opens another workspace: none of the numbers known here is in it. Nothing is sent until the right key is in place.',
    } as Record<string, string>,
    any: {
      '403': 'The provider refuses this account.',
      'not-opened':
        'They cannot be opened on this machine: APP_SECRET or SANDBOX_URL is another one.',
      busy: 'The provider was too busy to say.',
    } as Record<string, string>,
  },
  noAnswer: (code: string) => `The provider could not be reached (${code}).`,
  test: 'Test credentials',
  rotation: {
    twilio: {
      order: 'New token …',
      title: (name: string) => `New token for ${name}`,
      lede: 'The token of before opens nothing any more. Webhooks signed with it are kept aside and can be replayed.',
      save: 'Replace the token',
    },
    openphone: {
      order: 'New key …',
      title: (name: string) => `New key for ${name}`,
      lede: 'It must be a key of the same workspace there; it is looked at right away. Webhooks and their secrets stay as they are.',
      save: 'Replace the key',
    },
  },
  webhooks: { twilio: 'Webhook addresses', openphone: 'Webhooks' },
  webhooksLede: 'Enter these at the provider, for each number or its messaging service.',
  messages: 'Messages come in',
  status: 'Status callback',
  tells: 'Tell us of',
  told: {
    messages: 'messages',
    calls: 'calls',
    'call-summaries': 'summaries',
    'call-transcripts': 'transcripts',
  } as Record<string, string>,
  noneTold: 'nothing yet',
  address: 'Address',
  openphoneWebhooksLede:
    'We make these ourselves when the account is looked at; nothing is to be entered. A webhook made in their app may lead here too: give us its secret.',
  webhookProblems: {
    'address-not-public':
      'No webhook was made: the address of this installation cannot be reached from outside. Set PUBLIC_URL to one that can, and look again. Texts can be sent all the same; what comes in is then only fetched now and then.',
    plan: 'Their plan does not include some of these; what it does not include is not told.',
  } as Record<string, string>,
  webhookProblem: (code: string) =>
    `Not all webhooks could be made (${code}). Test the credentials to try again.`,
  history: 'Import the telephone’s past',
  copy: (what: string) => `Copy: ${what}`,
});
