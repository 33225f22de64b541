import type { Taken } from '#test/support/product/phones.ts';
import type { Evidence, OurSend } from '../evidence.ts';
import type { ProvedCampaign } from '../firm.ts';
import { sendIdIn } from './counts.ts';
import { callMs } from './violation.ts';

/** A text of a campaign that the provider took, with what our ledger says of it. */
export interface Marketing {
  message: Taken;
  campaign: ProvedCampaign;
  send: OurSend | undefined;
}

export function marketing({ taken, firm, sends }: Evidence): Marketing[] {
  const byId = new Map(sends.map((send) => [send.id, send]));
  return taken.flatMap((message) => {
    const campaign = firm.campaigns.find(({ texts }) => texts.includes(message.body));
    const send = byId.get(sendIdIn(message.statusCallback) ?? '');
    return campaign ? [{ message, campaign, send }] : [];
  });
}

/**
 * When its call may have begun on the business clock. The provider knows only when it took the message:
 * the call began at most ten seconds before, and the clock may have been set meanwhile.
 */
export function possibleInstants({ moves }: Evidence, message: Taken): number[] {
  const taken = Date.parse(message.acceptedAt);
  const began = taken - callMs;
  return moves
    .filter((move, i) => move.from <= taken && (moves[i + 1]?.until ?? Infinity) >= began)
    .flatMap(({ offsetMs }) => [began + offsetMs, taken + offsetMs]);
}
