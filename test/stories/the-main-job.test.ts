import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFailed,
  test,
} from 'vitest';
import { firstRow, sql } from '#db/sql.ts';
import type { Taken } from '#test/support/product/phones.ts';
import { startProduct, type Product } from '#test/support/product.ts';
import { noBrowser } from '#test/support/page.ts';
import {
  launch,
  order,
  expectReasonsOfThoseWithout,
  stopCampaign,
  watchTheFirstMessages,
  type Launched,
} from './steps/campaign.ts';
import { expectTheSearchFinds } from './steps/contacts.ts';
import { sitDown, type Desk } from './steps/desk.ts';
import { openAccount, openFirstDay } from './steps/first-day.ts';
import {
  expectGuesses,
  expectResult,
  expectRejectedFile,
  expectNothingNew,
  expectPreview,
  uploadTheList,
  watchItRun,
} from './steps/import.ts';

import { answer, hearAReply, openConversation, seeThePicture } from './steps/inbox.ts';
import { writeKeyword } from './steps/keywords.ts';
import { expectCredentialsHold, letTheProviderConfirm } from './steps/senders.ts';
import { gutters, writeTheSequence } from './steps/sequence.ts';
import { expectAWalkExplained, expectOrdersHeeded, moveTheClock } from './steps/walk.ts';

const plan = {
  name: 'Gutters, November',
  sequence: `${gutters}, version 1`,
  tags: 'VIP, gutters',
  dailyLimit: 60,
};

describe.skipIf(noBrowser())('the main job, from a list of contacts to a conversation', () => {
  let product: Product;
  let maren: Desk;
  let dana: Desk | undefined;
  let first: Launched;
  let second: Launched;
  /** The number of ours at which the provider confirms. */
  let theirs: string;
  /** Who answers, who says STOP to another number, and who says it there. */
  let people: { replies: string; stops: string; stopsThere: string };

  beforeAll(async () => {
    product = await startProduct({ fill: openFirstDay });
    await openAccount(product.phones);
    maren = await sitDown(product.url, 'maren@aldertide.example');
  });
  afterAll(async () => {
    await dana?.leave();
    await maren?.leave();
    await product?.stop();
  });

  const state = { isBroken: false, began: 0 };
  beforeEach(({ skip }) => {
    skip(state.isBroken, 'what comes before it failed');
    state.began = Date.now();
    onTestFailed(async () => {
      state.isBroken = true;
      console.log(product.lastWords());
      await maren.page.screenshot({ path: 'test/output/story-failed.png', fullPage: true });
    });
  });
  afterEach(({ task }) => {
    if (task.result?.state === 'skip') return;
    console.log(`${((Date.now() - state.began) / 1000).toFixed(1)} s  ${task.name}`);
    const errors = [...maren.errors, ...(dana?.errors ?? [])];
    if (errors.length > 0) throw new Error(`The console says: ${errors.join('\n')}`);
  });

  test('a list becomes contacts, and each row that does not is told why', async () => {
    await uploadTheList(maren);
    await expectGuesses(maren);
    await expectPreview(maren);
    await watchItRun(maren);
    await expectResult(maren);
    await expectRejectedFile(maren);
  });

  test('the contacts can be found', async () => {
    await expectTheSearchFinds(maren, 6581);
  });

  test('a sequence, launched at those who agreed, reaches the phones while the page counts along', async () => {
    await writeTheSequence(maren);
    first = await launch(maren, plan);
    const taken = await watchTheFirstMessages(maren, product.phones);
    expect(taken.length).toBeGreaterThan(first.people / 2);
    expect(new Set(taken.map(({ to }) => to)).size).toBe(taken.length);
    expect(taken.every(({ body }) => /^Hi \S.*, Dana from Alder & Tide/.test(body))).toBe(true);
    people = pick(taken);
    theirs = taken.find(({ to }) => to === people.stopsThere)?.from ?? '';
  });

  test('each walk says where it stands, and leads to the engine', async () => {
    await expectAWalkExplained(maren, first);
    await expectOrdersHeeded(maren, first, Object.values(people));
  });

  test('who did not get it is told with the reason', async () => {
    await expectReasonsOfThoseWithout(maren, first);
  });

  test('the credentials hold, and a number leaves keywords to the provider', async () => {
    await expectCredentialsHold(maren);
    await openAccount(product.phones, { confirms: { [theirs]: 'provider' } });
    await letTheProviderConfirm(maren, theirs);
  });

  test('a second campaign waits until these people may be written to again', async () => {
    second = await launch(maren, { ...plan, name: 'Gutter guards' });
    await maren.page.waitForSelector('#who-not a[href*="show=held"]', { timeout: 30_000 });
    expect(await product.phones.ledger()).toHaveLength(
      new Set((await product.phones.ledger()).map(({ to }) => to)).size,
    );
  });

  test('a reply appears in the open inbox, and the agent answers', async () => {
    const agent = (dana = await sitDown(product.url, 'dana@aldertide.example'));
    await agent.go('/inbox');
    await agent.page.waitForSelector('#convs');
    const body = 'Yes please, Thursday would be good';
    const ms = await hearAReply(agent, product.phones, { from: people.replies, body });
    console.log(`from the phone to the open inbox: ${ms} ms`);
    expect(ms).toBeLessThan(2000);
    await openConversation(agent, body);
    await answer(agent, product.phones, { to: people.replies, body: 'Thursday at nine it is.' });
    await seeThePicture(agent, product.phones, people.replies);
  });

  test('a web server that dies is no news: what was written meanwhile appears by itself', async () => {
    await product.kill('web');
    await product.phones.write(people.replies, { body: 'Are you still there?' });
    await product.start('web');
    await dana?.page.waitForSelector('#convs :text("Are you still there?")');
    for (const { errors } of [maren, dana!]) dropUnreachable(errors);
    expect(dana?.page.url()).toContain('/inbox/');
  });

  test('STOP stops everything and is confirmed once, whoever confirms', async () => {
    for (const number of [people.stops, people.stopsThere]) {
      const told = await writeKeyword(product.phones, number, 'Stop');
      expect(told.map(({ body }) => body)).toHaveLength(1);
      expect(await openWalksOf(number)).toBe(0);
    }
    const here = await writeKeyword(product.phones, people.stops, 'START');
    expect(here.map(({ madeBy }) => madeBy)).toEqual(['api']);
    const there = await writeKeyword(product.phones, people.stopsThere, 'START');
    expect(there.map(({ madeBy }) => madeBy)).toEqual(['provider']);
    const help = await writeKeyword(product.phones, people.stops, 'HELP');
    expect(help.map(({ body }) => body).join()).toContain('(603) 555-0161');
  });

  test('the clock moves, and the second message comes to whoever is still on the way', async () => {
    await stopCampaign(maren, second);
    await moveTheClock(maren, 'hour');
    await expectArrived(/^Hi /, first.people);
    await order(maren, first, 'pause');
    await moveTheClock(maren, 'three-days');
    await maren.page.waitForTimeout(2000);
    await expectArrived(/^Two mornings/, 0);
    await order(maren, first, 'resume');
    const stopped = 1;
    await expectArrived(/^Two mornings/, first.people - Object.keys(people).length - stopped);
    await maren.go(first.path);
    await maren.page.waitForSelector('#campaign[data-state=complete]');
    await maren.page.click('#where a:has-text("Over")');
    await expect.poll(() => maren.page.locator('main tbody tr').count()).toBe(first.people);
    expect(await beforeTheLaunch()).toBe(0);
  });

  test('the same list again changes nothing', async () => {
    await expectNothingNew(maren);
  });

  /** A browser says of each call that found nobody there that it failed. */
  function dropUnreachable(errors: string[]): void {
    const others = errors.filter((error) => !/ERR_|htmx:sse:error|Failed to fetch/.test(error));
    errors.splice(0, errors.length, ...others);
  }

  /** So many people have it, each of them once. */
  async function expectArrived(text: RegExp, count: number): Promise<void> {
    const numbers = async () =>
      (await product.phones.ledger()).filter(({ body }) => text.test(body)).map(({ to }) => to);
    await expect.poll(async () => (await numbers()).length, { timeout: 45_000 }).toBe(count);
    expect(new Set(await numbers()).size).toBe(count);
  }

  /** What the walks brought about and yet is dated before them: by another clock than the workspace's. */
  async function beforeTheLaunch(): Promise<number | undefined> {
    const found = await firstRow<{ n: number }>(
      product.database.fork(),
      sql`select (select count(*) from membership m where m.created_at < k.launched_at)
          + (select count(*) from suppression s where s.reason in ('keyword', 'lifted') and s.recorded_at < k.launched_at)
          + (select count(*) from consent c where c.source = 'keyword' and c.recorded_at < k.launched_at)
          + (select count(*) from interaction i where i.at < k.launched_at) as n
        from campaign k order by k.launched_at limit 1`,
    );
    return found?.n;
  }

  async function openWalksOf(number: string): Promise<number | undefined> {
    const found = await firstRow<{ open: number }>(
      product.database.fork(),
      sql`select count(*) as open from membership m join address a on a.id = m.address_id
        where a.value = ${number} and m.state in ('enrolled', 'walking')`,
    );
    return found?.open;
  }

  /** A person answers, and two stop: one of whose number the provider confirms by itself. */
  function pick(taken: readonly Taken[]) {
    const [a, b] = taken;
    const c = taken.find(({ from }) => from !== a?.from && from !== b?.from);
    if (!a || !b || !c) throw new Error('Too few people, or too few numbers.');
    return { replies: a.to, stops: b.to, stopsThere: c.to };
  }
});
