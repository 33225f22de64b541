import { expect, test } from 'vitest';
import {
  legacySignature,
  standardSignature,
} from '../../../sandbox/openphone/webhooks/signatures.ts';
import { DATED_SECRET, SIGNING_KEY } from './quo.ts';

test('the signature of the v1 family is the one of a vector of our own', () => {
  expect(legacySignature(SIGNING_KEY, 1639710054089, '{"id":"EV1"}')).toBe(
    'hmac;1;1639710054089;uCvihiSbTYbQWnKQaBPyumvTkeTdHLG3PHalwKn3bh4=',
  );
});

test('the signature of the dated family is the one that Standard Webhooks publishes', () => {
  const posted = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    seconds: 1614265330,
    body: '{"test": 2432232314}',
  };
  expect(standardSignature(DATED_SECRET, posted)).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  );
});
