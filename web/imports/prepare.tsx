import type { ImportPreview } from '#domain/imports/run.ts';
import type { ColumnReading } from '#domain/imports/read-as.ts';
import { hx } from '../hx.ts';
import { Button } from '../kit/button.tsx';
import { FormErrors } from '../kit/form-errors.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Section } from '../kit/section.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { ImportChoices } from './choices.tsx';
import { MappingTable } from './mapping.tsx';
import { PreviewPanel } from './preview.tsx';
import { RunPage, RunStages, type RunHead } from './run.tsx';

export interface Prepared {
  run: RunHead;
  columns: readonly ColumnReading[];
  form: FormState;
  countries: readonly { value: string; label: string }[];
  preview: ImportPreview | null;
  revision: number;
  /** The id of the order to start; a double click starts once. */
  orderId: string;
  mayImport: boolean;
}

/** Before an import: what each column becomes, how to read it, and what would happen. */
export const PreparePage = ({ ui, prepared }: { ui: SeatedUi; prepared: Prepared }) => {
  const { run, mayImport } = prepared;
  const words = ui.t.imports.mapping;
  const discard = hx({
    post: paths.cancelImport(run.id),
    vals: { order: prepared.orderId },
    confirm: words.discardSure,
  });
  const acts = mayImport && (
    <>
      <Button quiet {...discard}>
        {words.discard}
      </Button>
      <Button primary type="submit" form="import-mapping" formaction={paths.startImport(run.id)}>
        {words.start}
      </Button>
    </>
  );
  return (
    <RunPage ui={ui} run={run} acts={acts}>
      <RunStages ui={ui} run={run} />
      <div class="cols import-prepare">
        <MappingForm ui={ui} prepared={prepared} />
        <div>
          <PreviewPanel
            ui={ui}
            runId={run.id}
            preview={prepared.preview}
            revision={prepared.revision}
          />
        </div>
      </div>
    </RunPage>
  );
};

/** Kept at each change; the answer shows how the first rows are read then. */
export const MappingForm = ({ ui, prepared }: { ui: SeatedUi; prepared: Prepared }) => {
  const { run, columns, form, mayImport } = prepared;
  const words = ui.t.imports.mapping;
  const saving = mayImport
    ? hx({
        post: paths.importMapping(run.id),
        trigger: 'change delay:250ms',
        target: 'this',
        swap: 'outerMorph',
        sync: 'this:queue last',
      })
    : {};
  return (
    <form
      id="import-mapping"
      method="post"
      action={paths.startImport(run.id)}
      class="stack-4"
      {...saving}
    >
      <input type="hidden" name="order" value={prepared.orderId} />
      <FormErrors ui={ui} form={form} />
      <fieldset class="bare sections" disabled={!mayImport}>
        <legend class="vh">{words.title}</legend>
        <Section id="mapping" title={words.title}>
          <div class="scroll-x" tabindex={0} role="region" aria-label={words.table}>
            <MappingTable ui={ui} columns={columns} />
          </div>
        </Section>
        <Section id="choices" title={words.choices}>
          <ImportChoices ui={ui} form={form} countries={prepared.countries} />
        </Section>
      </fieldset>
    </form>
  );
};
