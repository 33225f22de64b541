import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import { contactsCsv } from '#test/support/imports.ts';
import { expectedOf } from '#test/support/imports/expected.ts';
import { figureOf, type Desk } from './desk.ts';

const { counts } = expectedOf('test/fixtures/contacts/expected.json');
const whole = { patience: 90_000 };

/** The file goes up; each column has its guess, and the page says what would happen. */
export async function uploadTheList({ page, go }: Desk): Promise<void> {
  await go('/imports/new');
  await page.setInputFiles('[name=file]', contactsCsv);
  await page.click('form[enctype] [type=submit]');
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
}

export async function expectGuesses({ page }: Desk): Promise<void> {
  const guessed = await page
    .locator('[name="use[]"]')
    .evaluateAll((selects) => selects.map((select) => (select as HTMLSelectElement).value));
  expect(guessed).toEqual([
    'first-name',
    'last-name',
    'company',
    'mobile',
    'other-phone',
    'email',
    'street',
    'city',
    'region',
    'postal-code',
    'country',
    'time-zone',
    'tags',
    'custom:last_job:date',
    'custom:job_value:money',
    'consent',
    'consent-date',
    'notes',
    'created',
  ]);
  await page.selectOption('[name=mergeRule]', 'mobile');
  await page.fill('[name=consentBasis]', 'Ticked the box on the estimate form');
}

export async function expectPreview({ page }: Desk): Promise<void> {
  await page.waitForSelector('#import-preview dl', { timeout: whole.patience });
  const text = await page.innerText('#import-preview');
  const [, rows] = /Every row was read: ([\d,]+)\.|first ([\d,]+) of/.exec(text) ?? [];
  expect(rows ?? text).toBe('7,060');
  expect(await figureOf(page, '#import-preview', 'New contacts')).toBe(
    counts.contacts_if_merged_by_mobile,
  );
  expect(await figureOf(page, '#import-preview', 'Rejected')).toBe(counts.rejected_strict);
}

/** The page counts along by itself until the end. */
export async function watchItRun({ page }: Desk): Promise<void> {
  await page.click('button[form=import-mapping]');
  await page.waitForSelector('#import-progress progress, #import-progress [role=progressbar]');
  const seen = new Set<number>();
  const isOver = page.locator('#import-progress .banner');
  while (!(await isOver.isVisible())) {
    const rows = await figureOf(page, '#import-progress', 'Rows read').catch(() => undefined);
    if (rows !== undefined) seen.add(rows);
    await page.waitForTimeout(100);
  }
  expect(seen.size).toBeGreaterThan(1); // it moved while the list was read
}

export async function expectResult({ page }: Desk): Promise<void> {
  const figure = (label: string) => figureOf(page, '#import-progress', label);
  expect(await page.innerText('#run-head h1')).toContain('Done');
  expect(await figure('Rows read')).toBe(counts.data_rows);
  expect(await figure('New contacts')).toBe(counts.contacts_if_merged_by_mobile);
  expect((await figure('Joined')) + (await figure('Nothing new'))).toBe(
    counts.accepted_strict - counts.contacts_if_merged_by_mobile,
  );
  expect(await figure('Rejected')).toBe(counts.rejected_strict);
  // Whoever says no without a mobile is opted out by the other addresses of the row.
  const optedOut = await figure('Opted out');
  expect(optedOut).toBeGreaterThanOrEqual(counts.opted_out_mobiles_distinct);
}

/** All rejected rows in one file, each with its number and its reason; no cell is a formula. */
export async function expectRejectedFile({ page }: Desk): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('#rejected a[download]'),
  ]);
  const text = readFileSync((await download.path()) ?? '', 'utf8');
  const records = parse<Record<string, string>>(text, {
    bom: true,
    columns: true,
    relax_column_count: true,
  });
  expect(records).toHaveLength(counts.rejected_strict);
  const reasons = records.map((record) => record['Why it was rejected']);
  expect(reasons.filter(Boolean)).toHaveLength(counts.rejected_strict);
  expect(records.flatMap(Object.values).filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
}

/** Once more the same file: it is known, and nothing changes. */
export async function expectNothingNew(desk: Desk): Promise<void> {
  const { page } = desk;
  await uploadTheList(desk);
  await page.click('button[form=import-mapping]');
  await page.waitForSelector('#import-progress .banner', { timeout: whole.patience });
  expect(await page.innerText('#import-progress .banner')).toContain(
    'the list says nothing that is not known',
  );
  expect(await figureOf(page, '#import-progress', 'New contacts')).toBe(0);
  expect(await figureOf(page, '#import-progress', 'Joined')).toBe(0);
  expect(await figureOf(page, '#import-progress', 'Opted out')).toBe(0);
}
