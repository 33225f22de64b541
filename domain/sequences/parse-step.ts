import type { Weekday } from '#domain/sending/open-hours.ts';
import type { Block, WaitUnit } from './step.ts';

const units: readonly string[] = ['minutes', 'hours', 'days'] satisfies WaitUnit[];

/** A step as it comes from a form or a file; null where it is none. Texts may still be unfinished. */
export function parseStep(value: unknown): Block | null {
  if (!isRecord(value) || typeof value['id'] !== 'string' || value['id'] === '') return null;
  const { id } = value;
  switch (value['kind']) {
    case 'message':
      return message(id, value);
    case 'wait':
      return typeof value['amount'] === 'number' && isUnit(value['unit'])
        ? { id, kind: 'wait', amount: value['amount'], unit: value['unit'] }
        : null;
    case 'wait-until':
      return waitUntil(id, value);
    case 'exit':
      return typeof value['label'] === 'string'
        ? { id, kind: 'exit', label: value['label'] }
        : null;
    default:
      return null;
  }
}

/** A whole list of steps, as drafts and versions are stored; null where any of them is none. */
export function parseBlocks(value: unknown): readonly Block[] | null {
  if (!Array.isArray(value)) return null;
  const blocks = value.map(parseStep).filter((block) => block !== null);
  const ids = new Set(blocks.map(({ id }) => id));
  return blocks.length === value.length && ids.size === value.length ? blocks : null;
}

function message(id: string, value: Fields): Block | null {
  if (value['channel'] !== 'sms' || !Array.isArray(value['variants'])) return null;
  const variants = value['variants']
    .filter(isVariant)
    .map((each) => ({ id: each.id, text: each.text }));
  const [first, ...others] = variants;
  if (!first || variants.length !== value['variants'].length) return null;
  const { title } = value;
  return {
    id,
    kind: 'message',
    channel: 'sms',
    ...(typeof title === 'string' ? { title } : {}),
    variants: [first, ...others],
  };
}

function waitUntil(id: string, value: Fields): Block | null {
  const { hour, minute, days } = value;
  if (typeof hour !== 'number' || typeof minute !== 'number') return null;
  const named = Array.isArray(days) ? days.filter(isWeekday) : [];
  const until = { id, kind: 'wait-until', hour, minute } as const;
  return named.length > 0 ? { ...until, days: named } : until;
}

type Fields = Record<string, unknown>;

const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isUnit = (value: unknown): value is WaitUnit =>
  typeof value === 'string' && units.includes(value);

const isWeekday = (value: unknown): value is Weekday =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 7;

const isVariant = (value: unknown): value is { id: string; text: string } =>
  isRecord(value) && typeof value['id'] === 'string' && typeof value['text'] === 'string';
