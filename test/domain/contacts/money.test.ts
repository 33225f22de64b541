import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMoney } from '#domain/contacts/money.ts';

test.each([
  ['$1,250.00', 125_000, 'USD'],
  ['$17,920', 1_792_000, 'USD'],
  ['1.250,00 €', 125_000, 'EUR'],
  ['€ 11.317', 1_131_700, 'EUR'],
  ['303,00 €', 30_300, 'EUR'],
  ['MXN 4,500.00', 450_000, 'MXN'],
  ['3,154.20 MXN', 315_420, 'MXN'],
  ['350', 35_000, null],
  ['16813.07', 1_681_307, null],
  ['1 250,50', 125_050, null],
  ["1'250.50", 125_050, null],
  ['-$5', -500, 'USD'],
  ['($5.00)', -500, 'USD'],
  ['$-5.5', -550, 'USD'],
])('%s is %i hundredths of %s', (cell, cents, currency) => {
  expect(readMoney(cell)).toEqual({ cents, currency });
});

test('the dollar sign is the peso in Mexico', () => {
  expect(readMoney('$4,500', 'MX')).toEqual({ cents: 450_000, currency: 'MXN' });
});

test.each(['', 'TBD', '$', '1,2,3', '12.34.56', '1,25,000', '$5 €', '5 apples', '=1+1', '1e5'])(
  '"%s" is no amount',
  (cell) => {
    expect(readMoney(cell)).toBeNull();
  },
);

test('an amount written in dollars or in euros is read to the cent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (cents) => {
      const amount = cents / 100;
      const format = (language: string) =>
        amount.toLocaleString(language, { minimumFractionDigits: 2 });
      expect(readMoney(`$${format('en-US')}`)?.cents).toBe(cents);
      expect(readMoney(`${format('de-DE')} €`)?.cents).toBe(cents);
    }),
  );
});
