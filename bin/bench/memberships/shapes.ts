import type { Block } from '#domain/sequences/step.ts';

/** What a membership goes through; the no-op workflow beside it goes through the same. */
export interface Shape {
  name: string;
  messages: number;
  /** Between two messages, on a timer of the engine. */
  waitMs: number;
  /** How many memberships a measurement takes: so many that its beginning and end count for little. */
  people: number;
}

export const shapes: Shape[] = [
  { name: 'one message', messages: 1, waitMs: 0, people: 600 },
  { name: 'three messages, two waits', messages: 3, waitMs: 1500, people: 300 },
];

/** The steps of a version of that shape, with texts as people write them. */
export function blocksOf({ messages, waitMs }: Shape): Block[] {
  return Array.from({ length: messages }, (_, place) => [
    ...(place === 0 ? [] : [wait(place, waitMs)]),
    message(place),
  ]).flat();
}

function message(place: number): Block {
  const text =
    'Hi {{ first_name | default: "there" }}, it is Dana at Alder & Tide. May I send you a price for storm windows? Reply STOP to opt out.';
  return {
    id: `st-message-${place}`,
    kind: 'message',
    channel: 'sms',
    variants: [{ id: `va-message-${place}`, text }],
  };
}

/** Shorter than a person could choose: the timer is the same. */
const wait = (place: number, waitMs: number): Block => ({
  id: `st-wait-${place}`,
  kind: 'wait',
  amount: waitMs / 60_000,
  unit: 'minutes',
});
