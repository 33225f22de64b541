import { expectedOf } from '#test/support/imports/expected.ts';
import { countBy } from './counts.ts';
import type { Rule, Violation } from './violation.ts';

const { counts } = expectedOf('test/fixtures/contacts/expected.json');

/** What a person wrote stands in the inbox, once. */
export const heardOnce: Rule = ({ written, heard }) => {
  const shown = countBy(heard, (sid) => sid);
  return written.flatMap(({ sid, from, body }): Violation[] => {
    const n = shown.get(sid) ?? 0;
    if (n === 1) return [];
    return [
      {
        name: n === 0 ? 'event lost' : 'event twice',
        about: from,
        detail: `${n} times in the inbox: ${body}`,
      },
    ];
  });
};

export const stopsHeeded: Rule = ({ written, stops }) => {
  const stopped = new Set(stops.map(({ address }) => address));
  return written
    .filter(({ body, from }) => body === 'STOP' && !stopped.has(from))
    .map(({ from }) => ({
      name: 'stop not heeded',
      about: from,
      detail: 'no suppression is stored',
    }));
};

/** Who opted out, who answered, who heard it all: each walk ended as that person's should. */
export const endings: Rule = ({ walks, written }) => {
  const said = new Map(
    written.map(({ from, body }) => [from, body === 'STOP' ? 'opted-out' : 'replied']),
  );
  return walks
    .filter(({ state }) => state !== 'excluded')
    .flatMap(({ id, address, ending }): Violation[] => {
      const wanted = said.get(address) ?? 'finished';
      // Whoever writes after the last text has finished already.
      const right = ending === wanted || (wanted !== 'finished' && ending === 'finished');
      return right
        ? []
        : [{ name: 'wrong ending', about: id, detail: `${ending ?? 'none'} instead of ${wanted}` }];
    });
};

export const nothingStuck: Rule = ({ left, sends, walks, campaigns, firm }) => {
  const stuck: string[] = [];
  if (left.outbox > 0) stuck.push(`${left.outbox} rows in the outbox`);
  if (left.events > 0) stuck.push(`${left.events} events not applied`);
  if (left.workflows > 0) stuck.push(`${left.workflows} workflows open`);
  const ours = new Set(firm.campaigns.map(({ id }) => id));
  for (const { id, state } of campaigns) {
    if (ours.has(id) && state !== 'complete') stuck.push(`campaign ${id} is ${state}`);
  }
  return [
    ...stuck.map((detail) => ({ about: 'the product', detail })),
    ...sends
      .filter(({ state }) => ['queued', 'held', 'parked', 'sending', 'unconfirmed'].includes(state))
      .map(({ id, state }) => ({ about: id, detail: `the send is ${state}` })),
    ...walks
      .filter(({ state }) => state !== 'ended' && state !== 'excluded')
      .map(({ id, state }) => ({ about: id, detail: `the walk is ${state}` })),
  ].map((found): Violation => ({ name: 'something is stuck', ...found }));
};

/** Each order that somebody gave is recorded once, and what it asked happened once. */
export const ordersKept: Rule = ({ orders, recordedOrders, taken }) => {
  const recorded = new Set(recordedOrders);
  const sent = countBy(taken, ({ body }) => body);
  return orders.flatMap((order): Violation[] => {
    const about = order.to ?? order.campaignId ?? order.id;
    const done = order.status < 400;
    if (done && !recorded.has(order.id)) {
      return [
        {
          name: 'order lost',
          about,
          detail: `${order.kind} ${order.id} was answered ${order.status}`,
        },
      ];
    }
    if (order.kind !== 'reply') return [];
    const n = sent.get(order.text ?? '') ?? 0;
    if (done && n === 0)
      return [{ name: 'order lost', about, detail: `never sent: ${order.text ?? ''}` }];
    return n > 1
      ? [{ name: 'order done twice', about, detail: `sent ${n} times: ${order.text ?? ''}` }]
      : [];
  });
};

export const noDeadLetters: Rule = ({ deadLetters }) =>
  deadLetters.map(({ id, reason }) => ({ name: 'dead letter', about: id, detail: reason ?? '' }));

/** Counted by hand in the truth that lies beside the list. */
export const listsComplete: Rule = ({ lists }) => {
  const wanted = {
    state: 'complete',
    created: counts.contacts_if_merged_by_mobile,
    rejected: counts.rejected_strict,
    contacts: counts.contacts_if_merged_by_mobile,
  };
  const kinds = Object.keys(wanted) as (keyof typeof wanted)[];
  return lists.flatMap((list) =>
    kinds
      .filter((what) => list[what] !== wanted[what])
      .map((what) => ({
        name: 'list not as it should be',
        about: what,
        detail: `${list[what]} instead of ${wanted[what]}`,
      })),
  );
};
