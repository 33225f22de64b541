import { expect, test } from 'vitest';
import { csvLine } from '#domain/imports/csv-line.ts';

test('an exported line quotes what parts cells, in any spreadsheet, and doubles quotes', () => {
  expect(csvLine(['a,b', 'say "hi"', 'two\nlines', 'x;=1+1', ' padded', null, 7, -3])).toBe(
    '"a,b","say ""hi""","two\nlines","x;=1+1"," padded",,7,-3\r\n',
  );
});
