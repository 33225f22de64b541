import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { json, RUTH } from '../running.ts';
import { activityOf, type Row, startQuo, WEBHOOK } from './quo.ts';
import { waitForTypes } from './told.ts';

let sandbox: Awaited<ReturnType<typeof startQuo>>;
let number: Row;
beforeEach(async () => {
  sandbox = await startQuo({ size: 0, webhook: WEBHOOK, ratePerSecond: 1000 });
  number = (await sandbox.quo.list('/phone-numbers')).data[0]!;
});
afterEach(() => sandbox.close());

const post = (fields: object = {}) =>
  sandbox.quo.send('/messages', 'POST', {
    content: 'Hi Ruth',
    from: number.id,
    to: [RUTH],
    ...fields,
  });

test('a message is taken with 202, walks to delivered and is told, listed, kept and shown', async () => {
  const answer = await post();
  const { data } = await json<{ data: Row }>(answer);
  expect([answer.status, data['status'], data['from']]).toEqual([202, 'queued', number['number']]);
  const [told] = await waitForTypes(sandbox.receiver.posted, 'v1', ['message.delivered']);
  expect(told!.data.object).toMatchObject({ id: data.id, status: 'delivered', to: RUTH });
  const list = activityOf({ id: '', phoneNumberId: number.id, participants: [RUTH] }, 'messages');
  expect((await sandbox.quo.list(list)).data).toMatchObject([{ id: data.id, status: 'delivered' }]);
  const [row] = await sandbox.ledger();
  expect(row).toMatchObject({ sid: data.id, provider: 'openphone', body: 'Hi Ruth', price: null });
  expect(row!.statuses.map((mark) => mark.status)).toEqual(['queued', 'sent', 'delivered']);
  expect(await sandbox.phone(RUTH)).toMatchObject([{ body: 'Hi Ruth', direction: 'in' }]);
});

test('a message that does not arrive says so in the list and to the dated family', async () => {
  await sandbox.faults({ undelivered: { share: 1, errorCode: 30003 } });
  const { data } = await json<{ data: Row }>(post());
  await waitForTypes(sandbox.receiver.posted, 'dated', ['message.undelivered']);
  expect(await sandbox.quo.one(`/messages/${data.id}`)).toMatchObject({ status: 'undelivered' });
  expect(sandbox.receiver.posted).toHaveLength(1);
});

test('a number keeps its pace', async () => {
  const slow = await startQuo({ size: 0, ratePerSecond: 0.5 });
  const { data } = await slow.quo.list('/phone-numbers');
  const body = { content: 'Hi', from: data[0]!['number'], to: [RUTH] };
  await slow.quo.send('/messages', 'POST', body);
  await slow.quo.send('/messages', 'POST', body);
  await vi.waitFor(async () => expect((await slow.ledger())[0]!.status).toBe('delivered'));
  expect((await slow.ledger())[1]!.status).toBe('queued');
  await slow.close();
});

test.each([
  [{ content: '  ' }, 400],
  [{ content: 'x'.repeat(1601) }, 400],
  [{ to: [RUTH, '+12015550119'] }, 400],
  [{ to: ['2015550119'] }, 400],
  [{ from: '+12015550119' }, 404],
  [{ from: 'PNnobody' }, 404],
  [{ userId: 'USnobody' }, 403],
])('%o is refused and not taken', async (fields, status) => {
  expect((await post(fields)).status).toBe(status);
  expect(await sandbox.ledger()).toEqual([]);
});

test.each([
  ['0206400', 400],
  ['0201402', 402],
  ['0204403', 403],
] as const)('refusals of the account come as told: %s', async (refuseSends, status) => {
  await sandbox.quo.settings({ refuseSends });
  const answer = await post();
  expect([answer.status, (await json(answer))['code']]).toEqual([status, refuseSends]);
});

test('a withheld answer never comes, yet the message is taken; one cut before is not', async () => {
  await sandbox.faults({ cutBefore: 1 });
  await expect(post()).rejects.toThrow('fetch failed');
  expect(await sandbox.ledger()).toEqual([]);
  await sandbox.faults({ cutAfter: 1 });
  await expect(post()).rejects.toThrow('fetch failed');
  expect(await sandbox.ledger()).toHaveLength(1);
});
