import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import type { Visitor } from '#test/support/app.ts';
import { apiKey, storeOpenPhone } from '#test/support/openphone.ts';
import { runWorld, type RunningWorld } from '#test/support/running.ts';
import { until } from '#test/support/until.ts';

// A campaign by numbers of OpenPhone alone, from connecting the account on, while the provider errs in
// every way it can: nobody may hear twice, and nobody be forgotten.

let w: RunningWorld;
let maren: Visitor;

beforeAll(async () => {
  w = await runWorld();
  maren = await w.app.as(w.alder.maren);
  await storeOpenPhone(w.sandbox.url);
  await maren.post('/senders/accounts/openphone', { name: 'Quo', apiKey });
  await until(async () => (await account())?.result === 'ok');
  await run(
    w.database.fork(),
    sql`update sender set rotation = provider_account_id = ${(await account())?.id ?? ''}
    where workspace_id = ${w.alder.workspaceId}`,
  );
}, 60_000);
afterAll(() => w.end());

const account = () =>
  firstRow<{ id: string; result: string | null }>(
    w.database.fork(),
    sql`select id, check_result as result from provider_account
    where workspace_id = ${w.alder.workspaceId} and provider = 'openphone'`,
  );

const waiting: (string | null)[] = [null, 'queued', 'held'];

const sends = () =>
  rows<{
    phone: string;
    state: string | null;
    providerId: string | null;
    shown: number;
    price: null;
  }>(
    w.database.fork(),
    sql`select a.value as phone, s.state, s.provider_id as "providerId", s.estimate_micros as price,
      (select count(*) from interaction i where i.send_id = s.id and i.provider_id = s.provider_id) as shown
    from membership m join address a on a.id = m.address_id left join send s on s.membership_id = m.id
    where m.campaign_id = ${w.alder.campaignId} and m.state = 'walking' order by 1`,
  );

const taken = async () => (await w.sandbox.ledger()).filter(({ madeBy }) => madeBy === 'api');

describe('a campaign by numbers of OpenPhone', () => {
  test('reaches each person once through cut calls, refused ones and lost callbacks', async () => {
    const worst = { seed: 3, cutAfter: 0.3, loseCallbacks: 0.3, duplicateCallbacks: 0.3 };
    await w.sandbox.faults({ ...worst, cutBefore: 0.15, tooMany: { share: 0.3 } });
    await maren.post(`/campaigns/${w.alder.campaignId}/launch`);
    // Each call that was not taken costs two looks, half a minute apart: so there is one round of them.
    await until(
      async () => {
        const all = await sends();
        return all.length > 5 && all.every(({ state }) => !waiting.includes(state));
      },
      { patienceMs: 60_000 },
    );
    await w.sandbox.faults(worst);
    await until(
      async () => {
        const all = await sends();
        return all.every(({ providerId, shown }) => providerId !== null && shown > 0);
      },
      { patienceMs: 100_000 },
    );
    await w.sandbox.faults({});
    const all = await sends();
    const ledger = await taken();
    expect(ledger.map(({ to }) => to).toSorted()).toEqual(all.map(({ phone }) => phone));
    expect(ledger.map(({ sid }) => sid).toSorted()).toEqual(
      all.map(({ providerId }) => String(providerId)).toSorted(),
    );
    expect(all.map(({ shown }) => shown)).toEqual(all.map(() => 1));
    expect(all.every(({ price }) => price === null)).toBe(true);
  }, 240_000);

  test('costs what nobody has told', async () => {
    const page = await (await maren.get(`/campaigns/${w.alder.campaignId}`)).text();
    expect(page).toContain('not told');
  });

  test('is answered to the number it came from, and answers go by that number', async () => {
    const [first] = await taken();
    const { from = '', to = '' } = first ?? {};
    await w.sandbox.write(to, { to: from, body: 'Thursday would be fine' });
    await until(async () => !(await sends()).some(({ phone }) => phone === to));
    const conversation = await firstRow<{ id: string }>(
      w.database.fork(),
      sql`select conversation_id as id from interaction where direction = 'in' and body = 'Thursday would be fine'`,
    );
    const path = `/inbox/${conversation?.id ?? ''}/replies`;
    expect((await maren.post(path, { body: 'See you then.' })).status).toBeLessThan(400);
    await until(async () => (await taken()).some(({ body }) => body === 'See you then.'));
    expect((await taken()).filter(({ body }) => body === 'See you then.')).toMatchObject([
      { from, to },
    ]);
  }, 60_000);
});
