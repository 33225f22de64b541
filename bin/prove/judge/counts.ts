import type { OurSend, OurWalk } from '../evidence.ts';
import type { ProvedCampaign } from '../firm.ts';
import type { Rule, Violation } from './violation.ts';

/** Per person and text: never more often than the sequence says it, and our send says so too. */
export const onceEach: Rule = ({ firm, taken }) => {
  const counts = countBy(taken, ({ to, body }) => `${to}\n${body}`);
  const twice = [...counts].filter(
    ([key, n]) => n > timesOf(firm.campaigns, key.split('\n')[1] ?? ''),
  );
  const sends = countBy(taken, ({ statusCallback }) => sendIdIn(statusCallback) ?? 'none');
  return [
    ...twice.map(([key, n]): Violation => {
      const [about = '', text = ''] = key.split('\n');
      return { name: 'sent twice', about, detail: `taken ${n} times: ${text}` };
    }),
    ...[...sends]
      .filter(([id, n]) => id !== 'none' && n > 1)
      .map(([about, n]): Violation => ({
        name: 'sent twice',
        about,
        detail: `one send, taken ${n} times`,
      })),
  ];
};

/** Who said nothing has had everything; who was written off must have a reason of their own. */
export const nobodyForgotten: Rule = ({ firm, walks, taken, written }) => {
  const wrote = new Set(written.map(({ from }) => from));
  const counts = countBy(taken, ({ to, body }) => `${to}\n${body}`);
  return walks
    .filter(({ state, address }) => state !== 'excluded' && !wrote.has(address))
    .flatMap((walk) => missingOf(campaignOf(firm.campaigns, walk), walk, counts));
};

function missingOf(
  campaign: ProvedCampaign,
  { address, ending }: OurWalk,
  counts: ReadonlyMap<string, number>,
): Violation[] {
  return [...new Set(campaign.texts)]
    .filter((text) => (counts.get(`${address}\n${text}`) ?? 0) < timesOf([campaign], text))
    .map((text) => ({
      name: 'message missing',
      about: address,
      detail: `${counts.get(`${address}\n${text}`) ?? 0} of ${timesOf([campaign], text)}, walk ended ${ending ?? 'not at all'}: ${text}`,
    }));
}

/** What the provider took is what our ledger says was taken, message by message. */
export const ledgersAgree: Rule = ({ taken, sends }) => {
  const ours = new Map(sends.flatMap((send) => (send.providerId ? [[send.providerId, send]] : [])));
  const theirs = new Set(taken.map(({ sid }) => sid));
  return [
    ...taken
      .filter(({ sid, statusCallback }) => ours.get(sid)?.id !== sendIdIn(statusCallback))
      .map((message): Violation => ({
        name: 'message without a send',
        about: message.to,
        detail: `${message.sid}: ${message.body}`,
      })),
    ...[...ours.values()]
      .filter(({ providerId }) => !theirs.has(providerId ?? ''))
      .map((send): Violation => ({
        name: 'message missing',
        about: send.id,
        detail: `${send.providerId ?? ''} was never taken`,
      })),
  ];
};

/** Ours is what theirs became; so many may be behind as callbacks were lost on their way. */
export const statesAgree: Rule = ({ taken, sends, lostCallbacks }) => {
  const final = new Map(taken.map((message) => [message.sid, message]));
  const other = sends.flatMap((send) => {
    const theirs = final.get(send.providerId ?? '')?.status;
    return theirs && theirs !== send.state ? [{ send, theirs }] : [];
  });
  const behind = other.filter(({ send }) => isBehind(send));
  const wrong = behind.length > lostCallbacks ? other : other.filter(({ send }) => !isBehind(send));
  return wrong.map(({ send, theirs }) => ({
    name: 'state not as the provider says',
    about: send.id,
    detail: `ours ${send.state}, theirs ${theirs}; ${behind.length} behind, ${lostCallbacks} callbacks lost`,
  }));
};

const isBehind = ({ state }: OurSend) => ['accepted', 'sent'].includes(state);

export const sendIdIn = (callback: string | null): string | null =>
  callback ? new URL(callback).searchParams.get('send') : null;

function campaignOf(
  campaigns: readonly ProvedCampaign[],
  { campaignId }: { campaignId: string },
): ProvedCampaign {
  const found = campaigns.find(({ id }) => id === campaignId);
  if (!found) throw new Error('A walk belongs to a campaign of the story.');
  return found;
}

/** A text of no campaign, such as an answer, is meant once. */
const timesOf = (campaigns: readonly ProvedCampaign[], text: string): number =>
  campaigns.flatMap(({ texts }) => texts).filter((one) => one === text).length ||
  (text.startsWith('Thanks, we have noted') ? 1 : confirmationsMeant);

/** A person who opts out is told so once. */
const confirmationsMeant = 1;

export function countBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}
