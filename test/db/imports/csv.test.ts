import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { BrokenCsv, type CsvOptions, type CsvRow, readCsv } from '#db/imports/csv.ts';
import { inspectCsv } from '#db/imports/inspect-csv.ts';
import { bookPath } from '#test/domain/imports/book.ts';

const folder = mkdtempSync(join(tmpdir(), 'lists-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function file(content: string | Buffer): string {
  const path = join(folder, `${(files += 1)}.csv`);
  writeFileSync(path, content);
  return path;
}

async function all(
  source: string | Readable,
  options: Partial<CsvOptions> = {},
): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const row of readCsv(source, { encoding: 'utf-8', delimiter: ',', ...options }))
    rows.push(row);
  return rows;
}

const cells = async (...read: Parameters<typeof all>) =>
  (await all(...read)).map((row) => row.cells);
const limits = { maxBytes: 50 * 1024 * 1024 };
const refusal = async (content: string | Buffer) => {
  const inspection = await inspectCsv(file(content), limits);
  return inspection.kind === 'refused' ? inspection.reason : inspection;
};
const windows1252 = (text: string) =>
  Buffer.from(text.replaceAll('€', '\x80').replaceAll('’', '\x92'), 'latin1');

describe('the rows of a list', () => {
  test('hold quoted line ends and quotes, and blank lines are none', async () => {
    const path = file('\uFEFFa,b\r\n1,"x\r\ny"\r\n\r\n2,"say ""hi"""\r\n   \r\n3,"Bob" Smith\r\n');
    expect(await cells(path)).toEqual([
      ['1', 'x\r\ny'],
      ['2', 'say "hi"'],
      ['3', '"Bob" Smith'],
    ]);
  });

  test('come as they are when ragged, and end with any line end or none', async () => {
    expect(await cells(file('a,b\n1\n1,2,3\r4,5'))).toEqual([['1'], ['1', '2', '3'], ['4', '5']]);
  });

  test('are read from a stream as from a file', async () => {
    expect(await cells(Readable.from([Buffer.from('a,b\n1,'), Buffer.from('2\n')]))).toEqual([
      ['1', '2'],
    ]);
  });

  test.each([1, 250, 4009, 7059])(
    'of the book go on behind row %i as if nothing had been between',
    async (stop) => {
      const rows = await all(bookPath);
      expect(rows.at(-1)?.bytesRead).toBe(statSync(bookPath).size);
      expect(await all(bookPath, { after: rows[stop - 1] })).toEqual(rows.slice(stop));
    },
  );

  test.each([
    ['utf-16le', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['utf-16be', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['windows-1252', windows1252],
  ] as const)('in %s are read, found out and resumed', async (encoding, encoded) => {
    const text = 'naam;bedrag\nAurélie;1.250,00 €\nO’Neil;"a\nb"\nJosé;3\n';
    const path = file(encoded(text));
    expect(await inspectCsv(path, limits)).toMatchObject({
      kind: 'list',
      file: { encoding, delimiter: ';' },
    });
    const rows = await all(path, { encoding, delimiter: ';' });
    expect(rows.map((row) => row.cells)).toEqual([
      ['Aurélie', '1.250,00 €'],
      ['O’Neil', 'a\nb'],
      ['José', '3'],
    ]);
    expect(await all(path, { encoding, delimiter: ';', after: rows[1] })).toEqual(rows.slice(2));
  });

  test('behind a quote that never closes cannot be told, and the row of the quote is named', async () => {
    const path = file('a,b\n1,2\n3,"open\n4,5\n');
    await expect(all(path)).rejects.toThrow(BrokenCsv);
    await expect(all(path)).rejects.toMatchObject({ row: 2 });
  });

  test('of a file that is gone end in its error', async () => {
    await expect(all(join(folder, 'gone.csv'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test(
    'of a large list take no more memory than those of a small one',
    { timeout: 60_000 },
    async () => {
      const line = `${'Dana,603-555-0140,'.repeat(10)}\n`;
      const lines = Math.ceil((50 * 1024 * 1024) / line.length);
      const source = Readable.from(
        (function* () {
          for (let at = 0; at <= lines; at += 100) yield Buffer.from(line.repeat(100));
        })(),
      );
      const before = process.memoryUsage().rss;
      let rows = 0;
      let peak = 0;
      for await (const _ of readCsv(source, { encoding: 'utf-8', delimiter: ',' })) {
        rows += 1;
        if (rows % 5000 === 0) peak = Math.max(peak, process.memoryUsage().rss);
      }
      expect(rows).toBeGreaterThanOrEqual(lines);
      expect(peak - before).toBeLessThan(250 * 1024 * 1024);
    },
  );
});

describe('a look into a file', () => {
  test('finds the form of the book', async () => {
    const inspection = await inspectCsv(bookPath, limits);
    expect(inspection).toMatchObject({
      kind: 'list',
      file: { encoding: 'utf-8', delimiter: ',', bytes: statSync(bookPath).size },
    });
    if (inspection.kind !== 'list') return;
    expect(inspection.file.header[0]).toBe('First Name');
    expect(inspection.file.sample).toHaveLength(100);
    expect(Math.abs(inspection.file.estimatedRows - 7060)).toBeLessThanOrEqual(3);
  });

  test.each([',', ';', '\t', '|'])(
    'finds the delimiter %j, whatever quoted cells hold',
    async (delimiter) => {
      const row = (...row: string[]) => `${row.join(delimiter)}\n`;
      const content =
        row('name', 'notes', 'email') + row('Dana', '"a,b;c\td|e"', 'dana@mail.example.com');
      expect(await inspectCsv(file(content), limits)).toMatchObject({
        file: { delimiter, header: ['name', 'notes', 'email'] },
      });
    },
  );

  test('takes a list of one column', async () => {
    expect(await inspectCsv(file('mobile\n603-555-0140\n'), limits)).toMatchObject({
      kind: 'list',
      file: { header: ['mobile'] },
    });
  });

  test('says what a file is that is no list', async () => {
    const zip = (name: string) =>
      Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(26), Buffer.from(name)]);
    expect({
      nothing: await refusal(''),
      blanks: await refusal('\uFEFF \r\n\r\n'),
      onlyHeader: await refusal('First name,Mobile\r\n'),
      noHeader: await refusal('Dana,603-555-0140\nSal,603-555-0141\n'),
      workbook: await refusal(zip('[Content_Types].xml')),
      oldWorkbook: await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])),
      archive: await refusal(zip('photos/a.jpg')),
      pdf: await refusal('%PDF-1.7\n'),
      page: await refusal('<!DOCTYPE html><table></table>'),
      picture: await refusal(
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0, 0, 2, 0xff, 0, 0xfe]),
      ),
      otherBytes: await refusal(Buffer.from([0x61, 0x2c, 0x81, 0x8d, 0x0a, 0x90, 0x9d, 0x0a])),
      quotes: await refusal('name,mobile\n"Dana,603-555-0140\n'),
    }).toEqual({
      nothing: 'empty',
      blanks: 'empty',
      onlyHeader: 'header-only',
      noHeader: 'no-header',
      workbook: 'excel-workbook',
      oldWorkbook: 'excel-workbook',
      archive: 'archive',
      pdf: 'pdf',
      page: 'web-page',
      picture: 'binary',
      otherBytes: 'unknown-encoding',
      quotes: 'broken-quotes',
    });
  });

  test('refuses a file by its length alone', async () => {
    expect(await inspectCsv(file('a,b\n1,2\n'), { maxBytes: 4 })).toEqual({
      kind: 'refused',
      reason: 'too-large',
    });
  });
});
