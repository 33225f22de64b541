import { v7 as uuidv7 } from 'uuid';
import type { Zone } from '#domain/contacts/zone.ts';
import { readColumns } from '#domain/imports/read-as.ts';
import type { ImportOptions } from '#domain/imports/run.ts';
import type { RejectedRow } from '#db/imports/rejected.ts';
import type { ImportRunRow } from '#db/imports/runs.ts';
import { countryChoices } from '#web/contacts/countries.ts';
import type { SeatedUi } from '#web/ui.ts';
import type { FormState } from '#web/kit/form-state.ts';
import type { Prepared } from '#web/imports/prepare.tsx';
import type { Running } from '#web/imports/progress.tsx';
import type { RunHead } from '#web/imports/run.tsx';
import { optionsForm } from './options-form.ts';

const headOf = (run: ImportRunRow): RunHead => ({
  ...run,
  rows: run.rowsTotal ?? run.inspection.estimatedRows,
  isExact: run.rowsTotal !== null,
  columns: run.inspection.header.length,
});

/** What the mapping page shows; `choice` is what a person has chosen and not been able to keep. */
export function prepared(
  run: ImportRunRow,
  seen: { ui: SeatedUi; mayImport: boolean; form?: FormState; options?: ImportOptions },
): Prepared {
  const options = seen.options ?? run.options;
  const { header, sample } = run.inspection;
  return {
    run: headOf(run),
    columns: readColumns(header, sample, { ...options, zone: run.zone as Zone }),
    form: seen.form ?? optionsForm(options),
    countries: countryChoices(seen.ui),
    preview: run.preview,
    revision: run.options.revision,
    orderId: uuidv7(),
    mayImport: seen.mayImport,
  };
}

/** What the progress page shows. */
export function running(
  run: ImportRunRow,
  seen: { rejected: readonly RejectedRow[]; mayImport: boolean },
): Running {
  return {
    ...run,
    run: headOf(run),
    counts: run,
    rejected: seen.rejected.map(({ number, reason, cells }) => ({
      number,
      reason,
      line: shortened(cells.filter((cell) => cell.trim() !== '').join(' · ')),
    })),
    orders: { pause: uuidv7(), cancel: uuidv7() },
    mayImport: seen.mayImport,
  };
}

const LINE_CHARACTERS = 160;

const shortened = (line: string): string =>
  line.length > LINE_CHARACTERS ? `${line.slice(0, LINE_CHARACTERS).trimEnd()} …` : line;
