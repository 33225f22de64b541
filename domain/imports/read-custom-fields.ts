import { readDate } from '#domain/contacts/dates.ts';
import type { CustomFields, CustomValue } from '#domain/contacts/fields.ts';
import { readMoney } from '#domain/contacts/money.ts';
import { plainLines } from '#domain/contacts/plain-text.ts';
import type { ReadOptions, RowProblem } from './read-row.ts';

/** The custom fields of a row; a date or an amount that cannot be read is left out and told. */
export function readCustomFields(
  cells: readonly string[],
  { mapping, slashDates }: Pick<ReadOptions, 'mapping' | 'slashDates'>,
  country: string,
  problems: RowProblem[],
): CustomFields {
  const custom: Record<string, CustomValue> = {};
  mapping.forEach((use, at) => {
    const text = use.to === 'custom' ? plainLines(cells[at] ?? '') : '';
    if (use.to !== 'custom' || text === '' || Object.hasOwn(custom, use.key)) return;
    switch (use.type) {
      case 'text': {
        custom[use.key] = { type: 'text', value: text };
        break;
      }
      case 'date': {
        const value = readDate(text, slashDates);
        if (value) custom[use.key] = { type: 'date', value };
        else problems.push({ code: 'unread-date', column: use.key });
        break;
      }
      case 'money': {
        const value = readMoney(text, country);
        if (value) custom[use.key] = { type: 'money', value };
        else problems.push({ code: 'unread-amount', column: use.key });
        break;
      }
    }
  });
  return custom;
}
