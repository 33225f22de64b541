import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportCell } from '#domain/imports/export-cell.ts';

describe('an exported cell', () => {
  test.each([
    '=1+1',
    '@SUM(1+1)',
    '+1+1',
    '-2+3',
    "=cmd|'/C calc'!A0",
    '  =1+1',
    '\t=1+1',
    '\u00A0=1',
    '\u200B=1',
    '\uFEFF@a',
    '＝1+1',
    '＋1',
    '－1+1',
    '＠SUM(1)',
    '"=1+1',
    '\r\n=1',
    '- no dogs',
  ])('%j becomes text', (cell) => {
    expect(exportCell(cell)).toBe(`'${cell}`);
  });

  test.each(['+16035550140', '-5', '-12.50', '', 'Dana', 'a=b', '1-2', "O'Neil", '{{ name }}'])(
    '%j stays as it is',
    (cell) => {
      expect(exportCell(cell)).toBe(cell);
    },
  );

  test('never begins like a formula, whatever stood in it', () => {
    const start = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '＝',
      ' ',
      '\t',
      '\r',
      '\u200E',
      '"',
      'a',
      '1',
    );
    fc.assert(
      fc.property(
        fc.array(start, { maxLength: 6 }),
        fc.string({ unit: 'grapheme' }),
        (lead, rest) => {
          const cell = exportCell(lead.join('') + rest);
          if (/^[+-]?\d+(?:[.,]\d+)?$/.test(cell)) return;
          expect(cell).not.toMatch(/^[\s\p{Cf}"]*[=+\-@＝＋－＠]/u);
        },
      ),
    );
  });
});
