import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnTargets } from '#domain/imports/columns.ts';
import { type ReadOptions, readRow } from '#domain/imports/read-row.ts';

describe('any cells', () => {
  const mapping: ReadOptions['mapping'] = [
    ...columnTargets.map((target) => ({ to: 'target', target }) as const),
    { to: 'custom', key: 'last_job', type: 'date' },
    { to: 'custom', key: 'job_value', type: 'money' },
  ];
  const options: ReadOptions = {
    mapping,
    country: 'US',
    zone: null,
    slashDates: 'month-first',
    raggedRows: 'read',
    tags: [],
  };
  const odd = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      ...'+1 603 555 0140|0481/12.34.56|a@b.example|12/31/2024|€ 1|;ext=|==|\u0000'.split('|'),
    ),
  );

  test('are read without ever throwing, and every row is a contact or says why not', () => {
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 24 }), (cells) => {
        const read = readRow({ number: 1, cells }, options);
        const answer = read.kind === 'rejected' ? read.reason : read.contact.addresses[0]?.kind;
        expect(answer).toMatch(/^(?:too-|no-|unusable-|phone$|email$)/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('ragged rows', () => {
  const cells = ['Siobhan', '773-555-0103', 'siobhan@mail.example.com'];
  const mapping: ReadOptions['mapping'] = (['first-name', 'mobile', 'email', 'notes'] as const).map(
    (target) => ({ to: 'target', target }) as const,
  );
  const read = (row: string[], raggedRows: 'reject' | 'read') =>
    readRow(
      { number: 7, cells: row },
      { mapping, raggedRows, country: 'US', zone: null, slashDates: 'month-first', tags: [] },
    );

  test('are rejected with what is wrong with them', () => {
    expect(read(cells, 'reject')).toMatchObject({
      kind: 'rejected',
      row: 7,
      reason: 'too-few-columns',
    });
    expect(read([...cells, '', 'x'], 'reject')).toMatchObject({ reason: 'too-many-columns' });
  });

  test('are read where asked and their cells still fit, and say that they are ragged', () => {
    expect(read(cells, 'read')).toMatchObject({
      kind: 'contact',
      problems: [{ code: 'ragged-row' }],
    });
    expect(read(['773-555-0103', 'siobhan@mail.example.com'], 'read')).toMatchObject({
      kind: 'rejected',
    });
  });
});
