import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPhoneNumber, phoneNumber, readPhone } from '#domain/contacts/phone-number.ts';

describe('a number in any usual notation', () => {
  test.each([
    ['(212) 555-0123', 'US', '+12125550123'],
    ['212.555.0123', 'US', '+12125550123'],
    ['1-212-555-0123', 'US', '+12125550123'],
    ['tel:+1-212-555-0123', 'MX', '+12125550123'],
    ["'2125550123", 'US', '+12125550123'],
    ['="2125550123"', 'US', '+12125550123'],
    ['2125550123.0', 'US', '+12125550123'],
    ['\u202A+1 (212) 555-0123\u202C', 'US', '+12125550123'],
    ['２１２５５５０１２３', 'US', '+12125550123'],
    ['（２１２）５５５－０１２３', 'US', '+12125550123'],
    ['(212)\u00A0555\u20110123', 'US', '+12125550123'],
    ['Cell: 212 555 0123', 'US', '+12125550123'],
    ['whatsapp:+12125550123', 'US', '+12125550123'],
    ['0470 12 34 56', 'BE', '+32470123456'],
    ['470123456', 'BE', '+32470123456'],
    ['0481/12.34.56', 'BE', '+32481123456'],
    ['+32 (0)481 12 34 56', 'US', '+32481123456'],
    ['0032 481 12 34 56', 'US', '+32481123456'],
    ['55 1234 5678', 'MX', '+525512345678'],
    ['52 1 55 1234 5678', 'MX', '+525512345678'],
    ['+5215512345678', 'US', '+525512345678'],
    ['044 55 1234 5678', 'MX', '+525512345678'],
    ['01 55 1234 5678', 'MX', '+525512345678'],
  ])('%s in %s is %s', (cell, country, number) => {
    expect(readPhone(cell, country)).toMatchObject({ kind: 'usable', number });
    expect(isPhoneNumber(number)).toBe(true);
  });
});

describe('what is no number', () => {
  test.each([
    ['8.16555E+09', 'US', 'scientific-notation'],
    ['732-555-CARE', 'US', 'letters'],
    ['929-555-O199', 'US', 'letters'],
    ['555-0104', 'US', 'no-area-code'],
    ['0884 9954', 'MX', 'no-area-code'],
    ['906-555-01', 'US', 'too-short'],
    ['914-555-012813', 'US', 'too-long'],
    ['046-555-0140', 'US', 'not-assignable'],
    ['276-155-0150', 'US', 'not-assignable'],
    ['0000000000', 'US', 'not-assignable'],
    ['0462/06.57', 'BE', 'not-assignable'],
    ['3/8/2024', 'US', 'not-a-number'],
    ['12/31/2024', 'BE', 'not-a-number'],
    ['no cell', 'US', 'not-a-number'],
    ['-', 'US', 'not-a-number'],
  ])('%s in %s: %s', (cell, country, reason) => {
    expect(readPhone(cell, country)).toEqual({ kind: 'unusable', reason });
    expect(phoneNumber(cell, country)).toBeNull();
  });

  test('a cell of blanks and invisible characters is blank', () => {
    expect(readPhone(' \u00A0\u200B\t', 'US')).toEqual({ kind: 'blank' });
  });
});

describe('what stands beside a number', () => {
  test.each([
    ['410 555 0120 ext. 57', '57'],
    ['(320) 555-0162 x365', '365'],
    ['tel:+1-307-555-0116;ext=306', '306'],
    ['410 555 0120 poste 12', '12'],
    ['410 555 0120 #4', '4'],
  ])('%s: an extension is set aside', (cell, extension) => {
    expect(readPhone(cell, 'US')).toMatchObject({ kind: 'usable', extension });
  });

  test.each([
    '402-555-0100 / 725-555-0126',
    '402-555-0100; 725-555-0126',
    '402-555-0100 or 725-555-0126',
  ])('%s: the first of two is the number', (cell) => {
    expect(readPhone(cell, 'US')).toMatchObject({
      number: '+14025550100',
      second: { number: '+17255550126' },
    });
  });

  test('the same number twice is one', () => {
    expect(readPhone('402-555-0100 / +1 402 555 0100', 'US')).toMatchObject({ second: null });
  });

  test('a mobile, a landline and a North American number say what line they are', () => {
    const line = (cell: string, country: string) =>
      (readPhone(cell, country) as { line: string }).line;
    expect(line('0470 12 34 56', 'BE')).toBe('mobile');
    expect(line('02 512 34 56', 'BE')).toBe('landline');
    expect(line('212 555 0123', 'US')).toBe('mobile-or-landline');
    expect(line('800 555 0123', 'US')).toBe('toll-free');
  });
});

test('whatever a cell holds, reading it twice gives the same number', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'0123456789+()-./ ;xE,#\u00A0٣'.split('')) }),
      fc.constantFrom('US', 'BE', 'MX', 'CA', 'FR', 'NL', 'ES', 'GB', 'XX'),
      (cell, country) => {
        const reading = readPhone(cell, country);
        if (reading.kind !== 'usable') return;
        expect(reading.number).toMatch(/^\+[1-9]\d{6,14}$/);
        expect(readPhone(reading.number, 'US')).toMatchObject({ number: reading.number });
      },
    ),
    { numRuns: 2000 },
  );
});
