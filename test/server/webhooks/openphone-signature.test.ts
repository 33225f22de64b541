import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { judgeSignature } from '#server/webhooks/openphone/signature.ts';

const signingKey = 'c2VjcmV0LWtleS1mb3ItdGVzdHM=';
const datedSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const keys = { signingKeys: [signingKey], datedSecrets: [datedSecret] };
const other = { signingKeys: ['b3RoZXI='], datedSecrets: ['whsec_b3RoZXI='] };

const legacyAt = 1639710054089;
const legacy = {
  url: '',
  body: '{"id":"EV1"}',
  headers: {
    'openphone-signature': `hmac;1;${legacyAt};uCvihiSbTYbQWnKQaBPyumvTkeTdHLG3PHalwKn3bh4=`,
  },
  at: legacyAt,
  toleranceMs: 300_000,
};
const dated = {
  url: '',
  body: '{"test": 2432232314}',
  headers: {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
  at: 1614265330_000,
  toleranceMs: 300_000,
};

describe('the vector of each family', () => {
  test.each([
    ['v1', legacy],
    ['dated', dated],
  ])('%s fits its key, and no other key, body or instant', (_, request) => {
    expect(judgeSignature(keys, request)).toBe('signed');
    expect(judgeSignature(other, request)).toBe('signature');
    expect(judgeSignature(keys, { ...request, body: request.body.replace(/\d/, '9') })).toBe(
      'signature',
    );
    expect(judgeSignature({ signingKeys: [], datedSecrets: [] }, request)).toBe('signature');
  });

  test.each([
    ['v1', legacy],
    ['dated', dated],
  ])('%s is believed for five minutes, either way', (_, request) => {
    const after = (ms: number) => judgeSignature(keys, { ...request, at: request.at + ms });
    expect([300_000, -300_000].map(after)).toEqual(['signed', 'signed']);
    expect([300_001, -300_001].map(after)).toEqual(['stale', 'stale']);
  });
});

test('any of the keys of an account will do', () => {
  const both = {
    signingKeys: [...other.signingKeys, signingKey],
    datedSecrets: [...other.datedSecrets, datedSecret],
  };
  expect(judgeSignature(both, legacy)).toBe('signed');
  expect(judgeSignature(both, dated)).toBe('signed');
});

test('one of several signatures is enough', () => {
  const wrong = `hmac;1;${legacyAt};AAAA`;
  const several = `${wrong}, ${legacy.headers['openphone-signature']}`;
  expect(judgeSignature(keys, { ...legacy, headers: { 'openphone-signature': several } })).toBe(
    'signed',
  );
  const rotated = {
    ...dated.headers,
    'webhook-signature': `v1,AAAA ${dated.headers['webhook-signature']}`,
  };
  expect(judgeSignature(keys, { ...dated, headers: rotated })).toBe('signed');
});

test('a body that was signed before blanks were added fits too', () => {
  const spaced = { ...legacy, body: '{ "id": "EV1" }' };
  expect(judgeSignature(keys, spaced)).toBe('signed');
});

test.each([
  [
    'an instant of another one',
    `hmac;1;${legacyAt + 1};uCvihiSbTYbQWnKQaBPyumvTkeTdHLG3PHalwKn3bh4=`,
  ],
  ['no instant', 'hmac;1;soon;uCvihiSbTYbQWnKQaBPyumvTkeTdHLG3PHalwKn3bh4='],
  ['another scheme', `plain;1;${legacyAt};uCvihiSbTYbQWnKQaBPyumvTkeTdHLG3PHalwKn3bh4=`],
  ['nothing after the instant', `hmac;1;${legacyAt}`],
  ['rubbish', ';;;,,,'],
])('%s is no signature of ours', (_, signature) => {
  const headers = { 'openphone-signature': signature };
  expect(judgeSignature(keys, { ...legacy, headers })).toBe('signature');
});

test('without any of the headers nobody has signed', () => {
  expect(judgeSignature(keys, { ...legacy, headers: {} })).toBe('no-signature');
  expect(judgeSignature(keys, { ...legacy, headers: { 'webhook-id': 'msg_1' } })).toBe(
    'no-signature',
  );
});

test('the key is read as base64, not as it is written', () => {
  const forged = createHmac('sha256', signingKey)
    .update(`${legacyAt}.${legacy.body}`)
    .digest('base64');
  const headers = { 'openphone-signature': `hmac;1;${legacyAt};${forged}` };
  expect(judgeSignature(keys, { ...legacy, headers })).toBe('signature');
});
