import { plainText } from '#domain/contacts/plain-text.ts';
import type { ColumnTarget, Mapping } from './columns.ts';

/** The cells of one row by what their columns hold. */
export class RowCells {
  readonly #cells = new Map<ColumnTarget, string[]>();

  constructor(cells: readonly string[], mapping: Mapping) {
    mapping.forEach((use, at) => {
      const cell = cells[at];
      if (use.to !== 'target' || cell === undefined || isBlank(cell)) return;
      const before = this.#cells.get(use.target);
      if (before) before.push(cell);
      else this.#cells.set(use.target, [cell]);
    });
  }

  /** The first filled cell of a target; blank where there is none. */
  first(target: ColumnTarget): string {
    return this.#cells.get(target)?.[0] ?? '';
  }

  all(target: ColumnTarget): readonly string[] {
    return this.#cells.get(target) ?? [];
  }

  /** One line of text, or null where the cell is blank or only says that nothing is known. */
  text(target: ColumnTarget): string | null {
    const text = plainText(this.first(target));
    return text === '' || nothing.test(text) ? null : text;
  }
}

/** Whether the cells of a ragged row still lie in their columns: an `@` among the numbers tells that not. */
export function fitsColumns(cells: RowCells): boolean {
  const emails = cells
    .all('email')
    .every((cell) => cell.includes('@') || nothing.test(cell.trim()));
  const phones = [...cells.all('mobile'), ...cells.all('other-phone')];
  return emails && phones.every((cell) => !/@|\p{L}{4}/u.test(cell));
}

const isBlank = (cell: string): boolean => cell === '' || plainText(cell) === '';

const nothing = /^(?:[-–—?._]+|n\/a|null)$/i;
