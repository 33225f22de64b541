import { expect, test } from 'vitest';
import { signatureOf } from '../../../sandbox/twilio/signature.ts';

const fields = {
  CallSid: 'CA1234567890ABCDE',
  Caller: '+14158675309',
  Digits: '1234',
  From: '+14158675309',
  To: '+18005551212',
};

test('the vector of twilio-node is met', () => {
  const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
  expect(signatureOf('12345', url, fields)).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=');
});

test('the order in which fields were written does not matter', () => {
  const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
  const turned = Object.fromEntries(Object.entries(fields).reverse());
  expect(signatureOf('12345', url, turned)).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=');
});
