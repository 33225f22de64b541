import { z } from 'zod';
import { isCountry } from '#domain/contacts/country.ts';
import { readTags } from '#domain/contacts/tags.ts';
import { columnUse, mappingProblems, type ColumnUse } from '#domain/imports/columns.ts';
import { mergeRules } from '#domain/imports/merge-key.ts';
import { raggedRowChoices } from '#domain/imports/read-row.ts';
import type { ImportOptions } from '#domain/imports/run.ts';
import type { Catalogue } from '#web/catalogue/en.ts';
import { formOf, type FormState } from '#web/kit/form-state.ts';

const text = z.string().trim();

/** The choices of the mapping page; `columns` is how many the file has. */
export const optionsSchema = ({ imports: { mapping } }: Catalogue, columns: number) =>
  z
    .object({
      use: z.union([z.array(z.string()), z.string().transform((one) => [one])]),
      mergeRule: z.enum(mergeRules),
      raggedRows: z.enum(raggedRowChoices),
      slashDates: z.enum(['month-first', 'day-first']),
      country: text.refine(isCountry),
      consentBasis: text.min(1).max(200),
      tags: text.max(300).transform(readTags),
    })
    .transform(({ use, ...rest }, context): Omit<ImportOptions, 'revision'> => {
      const uses = use.map(columnUse).filter((known): known is ColumnUse => known !== null);
      if (uses.length !== columns) context.addIssue({ code: 'custom', path: ['use'] });
      const [problem] = mappingProblems(uses);
      if (problem === 'no-address-column') issue(mapping.noAddress);
      if (problem === 'repeated-key') issue(mapping.repeatedKey);
      return { ...rest, mapping: uses };

      function issue(message: string) {
        context.addIssue({ code: 'custom', path: [''], message });
      }
    });

/** The form as it stands for these options. */
export const optionsForm = (options: ImportOptions): FormState =>
  formOf({
    mergeRule: options.mergeRule,
    raggedRows: options.raggedRows,
    slashDates: options.slashDates,
    country: options.country,
    consentBasis: options.consentBasis,
    tags: options.tags.join(', '),
  });
