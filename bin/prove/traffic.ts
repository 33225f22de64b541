import { setTimeout as sleep } from 'node:timers/promises';
import { v7 } from 'uuid';
import { firstRow, sql } from '#db/sql.ts';
import type { Taken } from '#test/support/product/phones.ts';
import type { Product } from '#test/support/product.ts';
import { visit } from '#test/stories/steps/visitor.ts';
import type { Dice } from './dice.ts';
import type { Firm, ProvedCampaign } from './firm.ts';
import { persistently } from './persistently.ts';

/** An order that somebody of the firm gave in the browser, repeated until it was answered. */
export interface GivenOrder {
  id: string;
  kind: 'reply' | 'pause' | 'resume' | 'launch';
  campaignId?: string;
  /** Of a reply: to whom, and what. */
  to?: string;
  text?: string;
  /** Real time, epoch milliseconds: when it was given first, and when it was answered. */
  givenAt: number;
  answeredAt: number;
  status: number;
}

export interface Traffic {
  readonly orders: readonly GivenOrder[];
  launch: (campaign: ProvedCampaign) => Promise<void>;
  pauseAndResume: (campaign: ProvedCampaign, forMs: number) => Promise<void>;
  /** Nobody writes any more. */
  stop: () => Promise<void>;
}

/** Every place on the way of an order is struck so often as is wanted, perhaps of the same order. */
const untilTaken = 900_000;
const sayings = ['Yes, please call me', 'How much is it?', 'Not this year', 'Oui, demain svp'];

/** The people: those who answer or opt out once they have had a text, and those of the firm who answer them. */
export async function startTraffic(product: Product, firm: Firm, dice: Dice): Promise<Traffic> {
  const orders: GivenOrder[] = [];
  const state = { stopping: false, seen: -1 };
  const answered = new Set<string>();
  const maren = await visit(product, firm.maren);
  const listening = listen();

  return {
    orders,
    launch: (campaign) => give('launch', campaign),
    async pauseAndResume(campaign, forMs) {
      await give('pause', campaign);
      await sleep(forMs);
      await give('resume', campaign);
    },
    async stop() {
      state.stopping = true;
      await listening;
    },
  };

  /** Each text that arrives may move a person to write, once. */
  async function listen(): Promise<void> {
    const writing: Promise<void>[] = [];
    while (!state.stopping) {
      const fresh = await product.phones.ledger({ after: `${state.seen}` }).catch(() => []);
      for (const message of fresh) {
        state.seen = Math.max(state.seen, message.seq);
        if (message.madeBy === 'api') writing.push(hear(message));
      }
      await sleep(100);
    }
    await Promise.all(writing);
  }

  async function hear({ to, from, body }: Taken): Promise<void> {
    if (answered.has(to) || !firm.campaigns.some(({ texts }) => texts.includes(body))) return;
    const lot = dice(`hear ${to}`);
    if (lot > 0.22) return;
    answered.add(to);
    await sleep(4000 * dice('think'));
    const says = lot < 0.09 ? 'STOP' : (sayings[Math.floor(lot * 1000) % sayings.length] as string);
    await persistently(() => product.phones.write(to, { to: from, body: says }));
    if (says !== 'STOP') await answer(to);
  }

  /** Somebody of the firm writes back as soon as the inbox shows it. */
  async function answer(to: string): Promise<void> {
    const conversationId = await conversationOf(to);
    if (!conversationId) return;
    const text = `Thanks, we have noted it. (${v7()})`;
    const order = { id: v7(), kind: 'reply' as const, to, text, givenAt: Date.now() };
    const status = await post(`/inbox/${conversationId}/replies`, order.id, {
      body: text,
      anyway: '1',
    });
    orders.push({ ...order, answeredAt: Date.now(), status });
  }

  async function conversationOf(number: string): Promise<string | undefined> {
    for (let tries = 0; tries < 300; tries++) {
      const found = await persistently(() =>
        firstRow<{ id: string }>(
          product.database.fork(),
          sql`select i.conversation_id as id from interaction i join address a on a.workspace_id = i.workspace_id and a.id = i.address_id
            where i.workspace_id = ${firm.workspaceId} and i.direction = 'in' and a.value = ${number} limit 1`,
        ),
      );
      if (found) return found.id;
      await sleep(200);
    }
    return undefined;
  }

  async function give(kind: 'pause' | 'resume' | 'launch', { id: campaignId }: ProvedCampaign) {
    const order = { id: v7(), kind, campaignId, givenAt: Date.now() };
    const status = await post(`/campaigns/${campaignId}/${kind}`, order.id, {});
    orders.push({ ...order, answeredAt: Date.now(), status });
  }

  /** A browser that is told nothing asks again with the same order, as a person does who reloads. */
  function post(path: string, order: string, fields: Record<string, string>): Promise<number> {
    return persistently(async () => {
      const status = await maren.post(path, { order, ...fields });
      if (status >= 500) throw new Error(`${path} says ${status}`);
      return status;
    }, untilTaken);
  }
}
