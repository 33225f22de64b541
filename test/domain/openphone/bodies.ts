/** Bodies of webhooks as OpenPhone (Quo) sends them, of each family and version; all numbers are fictional. */

type Object = Record<string, unknown>;

const at = '2026-11-20T09:30:00.000Z';

/** The envelope of the v1 family. */
export const legacy = (type: string, object: Object, apiVersion = 'v4', id = 'EV1'): string =>
  JSON.stringify({
    id,
    object: 'event',
    apiVersion,
    createdAt: at,
    type,
    data: { object, deepLink: 'https://my.quo.com/inbox/PN1/c/CN1?at=AC1' },
  });

/** The envelope of the dated family. */
export const dated = (type: string, resource: Object, context: Object = {}): string =>
  JSON.stringify({
    id: 'EV1',
    apiVersion: '2026-03-30',
    createdAt: at,
    type,
    data: {
      resource,
      context: {
        orgId: 'OR1',
        phoneNumberId: 'PN1',
        conversationId: 'CN1',
        userId: 'US1',
        contacts: { ids: [], lookupStatus: 'available' },
        ...context,
      },
      links: { quo: 'https://my.quo.com/inbox/CN1' },
    },
  });

/** A text to us, as v4 has it. */
export const text4 = (change: Object = {}): Object => ({
  id: 'AC1',
  object: 'message',
  createdAt: at,
  direction: 'incoming',
  from: '+16035550150',
  to: '+16035550101',
  text: 'Is Thursday still open?',
  phoneNumberId: 'PN1',
  status: 'received',
  userId: 'US1',
  contactIds: [],
  ...change,
});

/** The same until v3. */
export const text3 = (change: Object = {}): Object => {
  const { text, contactIds: _, ...shared } = text4();
  return { ...shared, body: text, media: [], conversationId: 'CN1', createdBy: 'US1', ...change };
};

/** The same of the dated family: resource and context. */
export const textDated = (change: Object = {}): [Object, Object] => [
  {
    id: 'AC1',
    direction: 'incoming',
    status: 'received',
    text: 'Is Thursday still open?',
    media: [],
    errorCode: null,
    createdAt: at,
    ...change,
  },
  { senderIdentifier: '+16035550150', recipientIdentifiers: ['+16035550101'] },
];

/** A call to us that was taken. */
export const call4 = (change: Object = {}): Object => ({
  id: 'AC9',
  object: 'call',
  direction: 'incoming',
  status: 'completed',
  participants: ['+16035550150', '+16035550101'],
  phoneNumberId: 'PN1',
  userId: 'US1',
  initiatedBy: null,
  answeredBy: 'US1',
  answeredAt: '2026-11-20T09:30:05.000Z',
  completedAt: '2026-11-20T09:31:05.000Z',
  createdAt: at,
  updatedAt: at,
  duration: 60,
  forwardedFrom: null,
  forwardedTo: null,
  contactIds: [],
  recordings: null,
  ...change,
});

/** The same call of the dated family: resource and context. */
export const callDated = (change: Object = {}): [Object, Object] => [
  {
    id: 'AC9',
    direction: 'incoming',
    status: 'completed',
    duration: 60,
    answeredAt: '2026-11-20T09:30:05.000Z',
    completedAt: '2026-11-20T09:31:05.000Z',
    createdAt: at,
    updatedAt: at,
    hasVoicemail: false,
    ...change,
  },
  {
    participants: {
      external: ['+16035550150'],
      workspace: ['+16035550101'],
      resolution: 'available',
    },
  },
];
