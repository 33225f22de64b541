import { expect, test } from 'vitest';
import { emailAddress, readEmail } from '#domain/contacts/email-address.ts';

test.each([
  [' Gary.Okafor@Fiber.Example.Org ', 'gary.okafor@fiber.example.org'],
  ['info@tandartsbrügge.example.org', 'info@tandartsbrügge.example.org'],
  ['"o\'brien, pat"@mail.example.com', '"o\'brien, pat"@mail.example.com'],
  ['"a@b"@example.net', '"a@b"@example.net'],
  ['name+tag@example.com', 'name+tag@example.com'],
  ['mailto:dana@example.com', 'dana@example.com'],
  ['Dana Whitcomb <Dana@Example.com>', 'dana@example.com'],
  ['\u200Bdana@example.com', 'dana@example.com'],
])('%s is %s', (text, address) => {
  expect(emailAddress(text)).toBe(address);
});

test.each([
  'jack.ivanoff@',
  '@example.com',
  'aramirez@gmail',
  'none@none',
  'none',
  '-',
  'a@b@example.com',
  'a@@example.com',
  'a@example..net',
  '.a@example.net',
  'a.@example.net',
  'a..b@example.net',
  'brenda@ example.net',
  'henry@home,example.org',
  'admin@example.org.',
  'a@-example.org',
  'a@example.1',
  `${'a'.repeat(65)}@example.org`,
])('%s is no address', (text) => {
  expect(readEmail(text)).toEqual({ kind: 'unusable' });
});

test('a blank cell is blank', () => {
  expect(readEmail(' \u00A0')).toEqual({ kind: 'blank' });
});

test('several whole addresses in one cell are all read', () => {
  expect(readEmail('a@example.com; B@example.com')).toEqual({
    kind: 'usable',
    address: 'a@example.com',
    others: ['b@example.com'],
  });
  expect(readEmail('a@example.com; nobody')).toEqual({ kind: 'unusable' });
});
