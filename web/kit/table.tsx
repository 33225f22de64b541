import type { Child, PropsWithChildren } from 'hono/jsx';
import type { Ui } from '../ui.ts';
import { cx, type Attrs } from './attrs.ts';
import { Icon } from './icon.tsx';

export interface Column {
  label: Child;
  /** Figures stand at the right. */
  figures?: boolean | undefined;
  /** Only for screen readers, such as a column of buttons. */
  hideLabel?: boolean | undefined;
  /** The address that sorts by this column (again for the other way). */
  sortHref?: string | undefined;
  sorted?: 'up' | 'down' | undefined;
}

interface TableProps extends Attrs {
  ui: Ui;
  /** Names the table and its scrolling frame. */
  label: string;
  columns: readonly Column[];
  close?: boolean | undefined;
  /** Puts a "select all" before the columns; rows then begin with `<SelectCell>`. */
  selectable?: boolean | undefined;
}

/** Rules between rows only; on a narrow screen it scrolls inside its own frame. */
export const Table = ({ children, ...props }: PropsWithChildren<TableProps>) => {
  const { ui, label, columns, close, selectable, class: extra, ...rest } = props;
  return (
    <div class="scroll-x" tabindex={0} role="region" aria-label={label}>
      <table class={cx('table', close && 'close', extra)} {...rest}>
        <thead>
          <tr>
            {selectable && (
              <th scope="col">
                <label class="check">
                  <input type="checkbox" aria-label={ui.t.common.selectAll} data-select-all />
                </label>
              </th>
            )}
            {columns.map((column) => (
              <HeadCell {...column} />
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
};

const HeadCell = ({ label, figures, hideLabel, sortHref, sorted }: Column) => (
  <th
    scope="col"
    class={figures ? 'n' : undefined}
    aria-sort={sorted && (sorted === 'up' ? 'ascending' : 'descending')}
  >
    {sortHref ? (
      <a href={sortHref} class="sort">
        {label}
        {sorted && <Icon name={sorted} />}
      </a>
    ) : (
      <span class={hideLabel ? 'vh' : undefined}>{label}</span>
    )}
  </th>
);

interface SelectCellProps {
  ui: Ui;
  value: string;
  /** Whom it selects. */
  of: string;
  checked?: boolean | undefined;
}

export const SelectCell = ({ ui, value, of, checked }: SelectCellProps) => (
  <td>
    <label class="check">
      <input
        type="checkbox"
        name="selected"
        value={value}
        checked={checked}
        aria-label={ui.t.common.select(of)}
        data-select
      />
    </label>
  </td>
);

/** Orders for the selected rows; hidden until there is one. Stands in the same form as the table. */
export const BulkBar = ({ ui, children, shown }: { ui: Ui; children: Child; shown?: boolean }) => (
  <div class="bulk" role="group" aria-label={ui.t.common.withSelected} data-bulk hidden={!shown}>
    <b data-selected-count>{ui.t.common.selected(0)}</b>
    {children}
    <button type="button" class="btn push" data-select-none>
      {ui.t.common.clear}
    </button>
  </div>
);
