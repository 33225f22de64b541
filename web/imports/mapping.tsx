import { columnTargets, customKey } from '#domain/imports/columns.ts';
import type { CellReading, ColumnReading } from '#domain/imports/read-as.ts';
import type { SeatedUi } from '../ui.ts';

/** What each column becomes: a table, and on a phone a list of the same. */
export const MappingTable = ({
  ui,
  columns,
}: {
  ui: SeatedUi;
  columns: readonly ColumnReading[];
}) => {
  const words = ui.t.imports.mapping;
  return (
    <table class="table close mapping">
      <thead>
        <tr>
          <th scope="col">{words.inFile}</th>
          <th scope="col">{words.firstCell}</th>
          <th scope="col">{words.becomes}</th>
          <th scope="col">{words.readAs}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column, at) => (
          <MappingRow ui={ui} column={column} at={at} />
        ))}
      </tbody>
    </table>
  );
};

const MappingRow = ({ ui, column, at }: { ui: SeatedUi; column: ColumnReading; at: number }) => {
  const words = ui.t.imports.mapping;
  const name = column.header.trim() || words.unnamed(at + 1);
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
      </th>
      <td class="muted cell">{column.cell || words.blank}</td>
      <td>
        <select class="input" id={`use-${at}`} name="use[]" aria-label={words.becomesOf(name)}>
          <UseOptions ui={ui} column={column} at={at} />
        </select>
      </td>
      <td class="cell">
        <span class="narrow-only muted">{words.readAs}: </span>
        <ReadAs ui={ui} reading={column.reading} />
      </td>
    </tr>
  );
};

const UseOptions = ({ ui, column, at }: { ui: SeatedUi; column: ColumnReading; at: number }) => {
  const words = ui.t.imports.mapping;
  const [, chosenKey] = column.use.split(':');
  const key = chosenKey ?? (customKey(column.header) || `column_${at + 1}`);
  const option = (value: string, label: string) => (
    <option value={value} selected={value === column.use}>
      {label}
    </option>
  );
  return (
    <>
      <optgroup label={words.groups.known}>
        {columnTargets.map((target) => option(target, words.targets[target]))}
      </optgroup>
      <optgroup label={words.groups.own}>
        {(['text', 'date', 'money'] as const).map((type) =>
          option(`custom:${key}:${type}`, words.custom[type](key)),
        )}
      </optgroup>
      <optgroup label={words.groups.out}>{option('nothing', words.leaveOut)}</optgroup>
    </>
  );
};

const MICROS_PER_CENT = 10_000;

const ReadAs = ({ ui, reading }: { ui: SeatedUi; reading: CellReading }) => {
  const words = ui.t.imports.mapping;
  switch (reading.kind) {
    case 'text':
      return <>{reading.value}</>;
    case 'consent':
      return <>{ui.t.contacts.consent[reading.value]}</>;
    case 'value':
      return <>{customText(ui, reading.value)}</>;
    case 'unread':
      return <span class="is-warn">{words.unread}</span>;
    case 'not-kept':
      return <span class="muted">{words.notKept}</span>;
    case 'blank':
      return <></>;
  }
};

type Value = Extract<CellReading, { kind: 'value' }>['value'];

/** A value of a contact's own field, as people read it. */
export function customText(ui: SeatedUi, value: Value): string {
  switch (value.type) {
    case 'text':
      return value.value;
    case 'date':
      return ui.format.date(`${value.value}T12:00:00Z`, 'UTC');
    case 'money':
      return value.value.currency
        ? ui.format.money(value.value.cents * MICROS_PER_CENT, value.value.currency)
        : ui.format.number(value.value.cents / 100);
  }
}
