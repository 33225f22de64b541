import { z } from 'zod';
import { highestSpeed } from '#domain/history/run.ts';
import type { Catalogue } from '#web/catalogue/en.ts';

const perSecond = ({ history: { form } }: Catalogue) =>
  z
    .string()
    .trim()
    .regex(/^\d+$/, form.speedWrong(highestSpeed))
    .transform(Number)
    .refine((n) => n >= 1 && n <= highestSpeed, form.speedWrong(highestSpeed));

/** The pace alone. */
export const speedSchema = (t: Catalogue) => z.object({ order: z.uuid(), perSecond: perSecond(t) });

/** A new import as its form sends it; the day is judged with the zone of the workspace. */
export const newHistorySchema = (t: Catalogue) =>
  z
    .object({
      order: z.uuid(),
      accountId: z.uuid(t.history.form.unknown),
      span: z.enum(['everything', 'since']).default('everything'),
      since: z.union([z.literal(''), z.iso.date()]).default(''),
      perSecond: perSecond(t),
    })
    .refine(({ span, since }) => span === 'everything' || since !== '', {
      path: ['since'],
      message: t.history.form.sinceMissing,
    });
