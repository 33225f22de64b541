import type { Context } from 'hono';
import { validate as isUuid } from 'uuid';
import { readerById, readerWithGaps, type Reader } from '#db/sequences/readers.ts';
import { mergeFacts } from '#domain/sending/merge-fields.ts';
import { fieldsUsed, renderText } from '#domain/sending/template.ts';
import type { AppEnv } from '#server/context.ts';
import type { PreviewProps } from '#web/sequences/designer.ts';

interface Wanted {
  sequenceId: string;
  stepId: string;
  text: string;
  /** A contact's id; without one, whoever lacks most of what the text names. */
  as?: string | undefined;
}

/** A text filled for one person by the function that fills it for all. */
export async function previewOf(c: Context<AppEnv>, wanted: Wanted): Promise<PreviewProps> {
  const { sequenceId, stepId, text } = wanted;
  const reader = await readerOf(c, wanted);
  const country = reader?.phoneCountry ?? reader?.country ?? c.var.workspace.country;
  const facts = mergeFacts({
    contact: reader ?? {},
    custom: reader?.fields ?? {},
    firm: c.var.workspace.name,
    agent: c.var.seat.name.split(' ')[0] ?? c.var.workspace.name,
    locale: c.var.workspace.locale === 'xx' ? 'en-US' : c.var.workspace.locale,
  });
  return {
    sequenceId,
    stepId,
    country,
    rendered: renderText(text, facts),
    reader: reader
      ? {
          id: reader.id,
          name: [reader.firstName, reader.lastName].filter(Boolean).join(' '),
          phone: reader.phone,
        }
      : null,
  };
}

async function readerOf(c: Context<AppEnv>, { as, text }: Wanted): Promise<Reader | undefined> {
  const { em, seat } = c.var;
  const { workspaceId } = seat;
  const chosen =
    as && isUuid(as) ? await readerById(em, { workspaceId, contactId: as }) : undefined;
  return chosen ?? readerWithGaps(em, { workspaceId, fields: fieldsUsed(text) });
}
