import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { startProduct, type Product } from '#test/support/product.ts';
import { until } from '#test/support/until.ts';
import { give, openBusyDay, type BusyDay } from './steps/busy-day.ts';
import { openAccount } from './steps/first-day.ts';
import { visit } from './steps/visitor.ts';
import {
  audienceOf,
  endingOf,
  openWorkflows,
  expectAllDelivered,
  expectLedgersAgree,
  expectOnceEach,
  taken,
} from './steps/judge.ts';

let product: Product;
let day: BusyDay;

beforeAll(async () => {
  product = await startProduct({
    fill: async (database, dataDir) => void (day = await openBusyDay(database, dataDir)),
  });
  await openAccount(product.phones, { ratePerSecond: 1000 });
});
afterAll(() => product?.stop());

test('while the engine is down pages answer, orders are taken and replies heard; then all catches up', async () => {
  onTestFailed(() => console.log(product.lastWords()));
  const said = clock();
  const { firm, campaignId } = day;
  await give(product.database, day, 'launch');
  await until(async () => (await audienceOf(product, day)).length > 0);
  const everybody = await audienceOf(product, day);
  await expectOnceEach(product, /^Hi /, everybody, 90_000);
  said('everybody has the first message');
  const maren = await visit(product, firm.maren);
  const campaign = `/campaigns/${campaignId}`;
  const [replies = '', stops = '', ...others] = everybody;

  await product.kill('temporal');
  const pages = ['/', '/inbox', '/contacts', '/campaigns', campaign, '/imports', '/clock'];
  for (const page of pages) expect([page, await maren.status(page)]).toEqual([page, 200]);
  expect(await maren.post(`${campaign}/pause`)).toBe(303);
  expect(await maren.post(`${campaign}/resume`)).toBe(303);
  expect(await maren.post('/clock', { move: 'three-days' })).toBe(303);
  await product.phones.write(replies, { body: 'Yes, come by' });
  await product.phones.write(stops, { body: 'STOP' });
  await until(async () => (await endingOf(product, day, replies)) === 'replied');
  await until(async () => (await endingOf(product, day, stops)) === 'opted-out');
  said('heard without the engine');

  await product.kill('sandbox');
  await product.start('temporal');
  const isDown = async () => (await maren.words(campaign)).includes('The provider does not answer');
  await until(isDown);
  said('the campaign says that the provider is silent');
  await product.start('sandbox');
  await expectOnceEach(product, /a last morning/, others, 90_000);
  said('everybody else has the second message');
  expect(await isDown()).toBe(false);
  await until(async () => (await taken(product, /you are unsubscribed/)).join() === stops);
  await until(async () => (await openWorkflows(product)) === 0);
  said('every walk is over, in the engine too');
  await expectAllDelivered(product, 30_000);
  await expectOnceEach(product, /^Hi /, [replies, stops, ...others], 0);
  await expectOnceEach(product, /a last morning/, others, 0);
  await expectLedgersAgree(product);
}, 240_000);

function clock(): (what: string) => void {
  const began = Date.now();
  return (what) => console.log(`${((Date.now() - began) / 1000).toFixed(1)} s  ${what}`);
}
