import { z } from 'zod';
import { parseStep } from '#domain/sequences/parse-step.ts';
import { messageText, type Block, type WaitUnit } from '#domain/sequences/step.ts';
import type { Weekday } from '#domain/sending/open-hours.ts';

const units = ['minutes', 'hours', 'days'] as const satisfies readonly WaitUnit[];
const list = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

/** What the drawer of any step may send. Drafts may be unfinished: what is odd is told as an issue. */
export const stepSchema = z.object({
  title: z.string().max(80).optional().catch(undefined),
  text: z.string().max(5000).optional(),
  amount: z.coerce.number().catch(0),
  unit: z.enum(units).catch('days'),
  time: z.string().catch(''),
  days: list.optional(),
  label: z.string().max(80).catch(''),
});

export type StepForm = z.output<typeof stepSchema>;

/** The step as the form has it; kind and ids stay. Parsed, so that one that says the same is the same. */
export function stepOf(step: Block, form: StepForm): Block {
  return parseStep(changed(step, form)) ?? step;
}

function changed(step: Block, form: StepForm): Block {
  switch (step.kind) {
    case 'message': {
      const { title: _old, ...rest } = step;
      const [first, ...others] = step.variants;
      const text = form.text?.replaceAll(/\r\n?/g, '\n') ?? messageText(step);
      const title = form.title === undefined ? step.title : form.title.trim();
      return { ...rest, ...(title ? { title } : {}), variants: [{ ...first, text }, ...others] };
    }
    case 'wait':
      return { ...step, amount: Math.min(form.amount, 1_000_000), unit: form.unit };
    case 'wait-until': {
      const days = daysOf(form.days);
      const [hour, minute] = timeOf(form.time) ?? [step.hour, step.minute];
      const until = { id: step.id, kind: step.kind, hour, minute } as const;
      return days.length > 0 ? { ...until, days } : until;
    }
    case 'exit':
      return { ...step, label: form.label };
  }
}

/** A time that is half typed leaves the one before. */
function timeOf(text: string): [number, number] | null {
  const found = /^(\d{2}):(\d{2})/.exec(text);
  return found ? [Number(found[1]), Number(found[2])] : null;
}

function daysOf(days: readonly string[] = []): Weekday[] {
  const known = days.map(Number).filter((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  return [...new Set(known)].toSorted((a, b) => a - b) as Weekday[];
}

/** A step as it begins. Its id comes from the order that inserts it, so that a double click makes one. */
export function newStep(kind: Block['kind'], orderId: string, words: { exit: string }): Block {
  const id = stepIdOf(orderId);
  switch (kind) {
    case 'message':
      return { id, kind, channel: 'sms', variants: [{ id: `va-${id.slice(3)}`, text: '' }] };
    case 'wait':
      return { id, kind, amount: 2, unit: 'days' };
    case 'wait-until':
      return { id, kind, hour: 10, minute: 0 };
    case 'exit':
      return { id, kind, label: words.exit };
  }
}

/** The random end of a uuid v7: short, because workflows carry the ids of all steps. */
export const stepIdOf = (orderId: string): string => `st-${orderId.slice(-12)}`;
