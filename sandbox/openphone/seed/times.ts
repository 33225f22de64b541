import type { Plan } from './conversations.ts';
import { ABOUT, drawFor } from './draw.ts';
import { LINES } from './topics.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const MORNING_MS = 13 * 3_600_000;
const DAYTIME_MS = 10 * 3_600_000;

/** When each message of a conversation was made, epoch ms, by place; two in a row may share a second. */
export function messageTimes(seed: number, plan: Plan): readonly number[] {
  const exchanges = Math.max(1, Math.ceil(plan.messages / LINES));
  return Array.from({ length: plan.messages }, (_, place) => {
    const exchange = Math.floor(place / LINES);
    const draw = drawFor(seed, ABOUT.exchange, plan.index, exchange);
    draw.fraction();
    const begun = withinDay(plan, (exchange + 0.8 * draw.fraction()) / exchanges, draw.fraction());
    const gaps = Array.from({ length: place % LINES }, () => draw.below(9));
    return begun + gaps.reduce((sum, minutes) => sum + minutes * MINUTE_MS, 0);
  });
}

/** When each call of a conversation began, epoch ms, by place. */
export function callTimes(seed: number, plan: Plan): readonly number[] {
  return Array.from({ length: plan.calls }, (_, place) => {
    const draw = drawFor(seed, ABOUT.call, plan.index, place);
    return withinDay(plan, draw.fraction(), draw.fraction());
  });
}

/** An instant of the day that lies at `share` of the conversation's span, never after its end. */
function withinDay(plan: Plan, share: number, hour: number): number {
  const at = plan.from + (plan.to - plan.from) * share;
  const day = Math.floor(at / DAY_MS) * DAY_MS;
  const daytime = day + MORNING_MS + Math.floor(hour * DAYTIME_MS);
  return daytime + LINES * 9 * MINUTE_MS > plan.to ? daytime - 2 * DAY_MS : daytime;
}
