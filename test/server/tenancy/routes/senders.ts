import { foreign, own, type Entry } from '../entry.ts';

const sender = { id: 'sender' } as const;
const account = { id: 'account' } as const;
const write = { needs: 'sender.write' } as const;
const manage = { needs: 'account.write' } as const;

const settings = {
  name: 'Borrowed',
  ratePerSecond: '1',
  dailyCap: '10',
  priority: '1',
  confirms: 'us',
};

/** Numbers, and the accounts that they belong to. */
export const senders: Record<string, Entry> = {
  'GET /senders': own(),
  'GET /senders/new': own(write),
  'POST /senders': own({
    ...write,
    bodies: (_, { account }) => [
      { path: '/senders', form: { ...settings, number: '+16035550197', accountId: account } },
    ],
  }),
  'GET /senders/:id': foreign(sender),
  'POST /senders/:id': foreign(sender, { ...write, form: settings }),
  'GET /senders/:id/pause': foreign(sender, write),
  'POST /senders/:id/pause': foreign(sender, { ...write, form: { reason: 'Borrowed' } }),
  'DELETE /senders/:id/pause': foreign(sender, write),
  'POST /senders/:id/rotation': foreign(sender, write),
  'DELETE /senders/:id/rotation': foreign(sender, write),

  'GET /senders/accounts': own(),
  'GET /senders/accounts/new': own(manage),
  'GET /senders/accounts/new/openphone': own(manage),
  'POST /senders/accounts/openphone': own({
    ...manage,
    bodies: () => [
      {
        path: '/senders/accounts/openphone',
        form: { name: 'Borrowed', apiKey: 'a-key-of-another-workspace' },
      },
    ],
  }),
  // The account of the other workspace, claimed by its own SID.
  'POST /senders/accounts': own({
    ...manage,
    bodies: () => [
      {
        path: '/senders/accounts',
        form: {
          name: 'Borrowed',
          sid: 'ACc11a19e0c11a19e0c11a19e0c11a19e0',
          token: 'sandbox-token-of-clinique-du-parc',
        },
      },
    ],
  }),
  'GET /senders/accounts/:id/token': foreign(account, manage),
  'POST /senders/accounts/:id/token': foreign(account, {
    ...manage,
    form: { token: '0123456789abcdef0123456789abcdef' },
  }),
  'POST /senders/accounts/:id/test': foreign(account, manage),
};
