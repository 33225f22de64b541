import { expect, test } from 'vitest';
import { decryptCredentials, encryptCredentials } from '#db/credentials.ts';

const secret = 'a secret of at least thirty-two characters';
const account = '0199a000-0000-7000-8000-000000000001';
const credentials = { authToken: 'token', apiKey: { sid: 'SK1', secret: 'shh' } };

test('credentials open with the secret and for the account that they were sealed for', () => {
  const sealed = encryptCredentials(secret, account, credentials);
  expect(decryptCredentials(secret, account, sealed)).toEqual(credentials);
  expect(sealed.toString('latin1')).not.toContain('token');
});

test('the same credentials are never sealed alike', () => {
  const [one, two] = [1, 2].map(() => encryptCredentials(secret, account, credentials));
  expect(one).not.toEqual(two);
});

test.each([
  ['another secret', (sealed: Buffer) => decryptCredentials(`${secret}!`, account, sealed)],
  ['another account', (sealed: Buffer) => decryptCredentials(secret, 'other', sealed)],
  [
    'an altered byte',
    (sealed: Buffer) => {
      sealed.writeUInt8(sealed.readUInt8(sealed.length - 1) ^ 1, sealed.length - 1);
      return decryptCredentials(secret, account, sealed);
    },
  ],
])('they do not open with %s', (_what, open) => {
  expect(() => open(encryptCredentials(secret, account, credentials))).toThrow('do not open');
});
