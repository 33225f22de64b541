import type { MessageRecord } from '../records.ts';
import type { Plan } from './conversations.ts';
import { ABOUT, type Draw, drawFor } from './draw.ts';
import { numbersOf, usersOf } from './firm.ts';
import { idAt } from './ids.ts';
import { saidAt } from './texts.ts';

/** More messages than one conversation ever has, and calls. */
export const PLACES = 1024;

export function messageId(seed: number, conversation: number, place: number): string {
  return idAt(seed, 'message', conversation * PLACES + place);
}

/** The two halves of what `placeOf` found. */
export function conversationAndPlace(found: number): [conversation: number, place: number] {
  return [Math.floor(found / PLACES), found % PLACES];
}

/** The whole message at a place, given when it was made. */
export function messageAt(seed: number, plan: Plan, place: number, at: number): MessageRecord {
  const number = numbersOf(seed).find((one) => one.id === plan.phoneNumberId)!;
  const user = usersOf(seed).find(
    (one) => one.id === number.userIds[place % number.userIds.length],
  )!;
  const draw = drawFor(seed, ABOUT.message, plan.index, place, 1);
  const person = plan.people[draw.below(plan.people.length)]!;
  const asked = {
    seed,
    conversation: plan.index,
    place,
    person: plan.people[0]!,
    us: user.firstName,
  };
  const { isOurs, text } = saidAt(asked);
  const everybody = plan.people.map((one) => one.number);
  const others = everybody.filter((one) => one !== person.number);
  return {
    id: messageId(seed, plan.index, place),
    conversationId: plan.id,
    phoneNumberId: plan.phoneNumberId,
    direction: isOurs ? 'outgoing' : 'incoming',
    from: isOurs ? number.number : person.number,
    to: isOurs ? everybody.toReversed() : [number.number, ...others],
    text,
    userId: user.id,
    status: isOurs ? statusOf(draw) : 'delivered',
    createdAt: at,
    updatedAt: at + draw.below(5000),
    media: [],
  };
}

function statusOf(draw: Draw): MessageRecord['status'] {
  const luck = draw.fraction();
  if (luck < 0.94) return 'delivered';
  if (luck < 0.97) return 'undelivered';
  return luck < 0.99 ? 'sent' : 'queued';
}
