import { foreign, own, type Entry } from '../entry.ts';

const id = 'historyImport';
const needs = 'history.write';
const whole = { span: 'everything', since: '', perSecond: '5' };

/** The telephone's past, and whether its present comes in. */
export const history: Record<string, Entry> = {
  'GET /history': own(),
  'GET /history/new': own({ needs }),
  'POST /history': own({
    needs,
    bodies: (_, { phoneAccount, account }) => [
      { path: '/history', form: { ...whole, accountId: phoneAccount } },
      { path: '/history', form: { ...whole, accountId: account } },
    ],
  }),
  'GET /history/:id': foreign({ id }),
  'GET /history/:id/problems': foreign({ id }),
  'GET /history/:id/differences': foreign({ id }),
  'GET /history/:id/missing.csv': foreign({ id }),
  'GET /history/:id/cancel': foreign({ id }, { needs }),
  'GET /history/:id/speed': foreign({ id }, { needs }),
  'POST /history/:id/pause': foreign({ id }, { needs }),
  'DELETE /history/:id/pause': foreign({ id }, { needs }),
  'POST /history/:id/cancel': foreign({ id }, { needs }),
  'POST /history/:id/speed': foreign({ id }, { needs, form: { perSecond: '3' } }),
  'POST /history/:id/proofs': foreign({ id }, { needs }),
  'POST /history/:id/repairs': foreign({ id }, { needs }),
  'GET /sync': own(),
};
