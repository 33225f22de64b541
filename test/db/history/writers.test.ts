import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { knownConversation } from '#db/history/known-conversation.ts';
import { writeCalls } from '#db/history/write-calls.ts';
import { writeMessages } from '#db/history/write-messages.ts';
import { writeNumbers } from '#db/history/write-numbers.ts';
import { writeParts } from '#db/history/write-parts.ts';
import type { Origin } from '#db/history/written.ts';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import type { PastCall, PastMessage } from '#domain/history/exchange.ts';
import { openTelephone, type Telephone } from '#test/support/history.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

const OURS = '+16035550101';
const RUTH = '+12025550118';
const NOOR = '+12025550119';

let world: TestWorld;
let telephone: Telephone;
let ids = 0;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  telephone = await openTelephone(world, 'http://127.0.0.1:9');
  const numbers = [{ providerId: 'PN1', value: OURS, name: 'Office' }];
  await world.database.transaction((em) => writeNumbers(em, { ...telephone, numbers }));
});

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

function message(change: Partial<PastMessage> = {}): PastMessage {
  return {
    providerId: `AC${(ids += 1)}`,
    numberId: 'PN1',
    number: OURS,
    conversationId: null,
    direction: 'in',
    from: RUTH,
    to: [OURS],
    body: 'Is Thursday still open?',
    state: 'received',
    at: minutesAgo(10),
    personId: null,
    media: [],
    ...change,
  };
}

const answer = (change: Partial<PastMessage> = {}) =>
  message({ direction: 'out', from: OURS, to: [RUTH], body: 'It is.', state: 'sent', ...change });

function call(change: Partial<PastCall> = {}): PastCall {
  return {
    providerId: `AC${(ids += 1)}`,
    numberId: 'PN1',
    number: OURS,
    conversationId: null,
    direction: 'in',
    participants: [RUTH],
    status: 'missed',
    at: minutesAgo(10),
    answeredAt: null,
    completedAt: minutesAgo(9),
    durationS: 0,
    personId: null,
    answeredBy: null,
    forwardedFrom: null,
    forwardedTo: null,
    ...change,
  };
}

const home = (participants: string[] = [RUTH]) =>
  world.database.transaction(async (em) => {
    const known = await knownConversation(em, { ...telephone, numberId: 'PN1', participants });
    if (!known) throw new Error('The conversation is not there.');
    return known;
  });

async function say(origin: Origin, messages: PastMessage[], participants?: string[]) {
  const conversation = await home(participants);
  return world.database.transaction((em) =>
    writeMessages(em, { ...telephone, conversation, messages, origin }),
  );
}

async function ring(origin: Origin, calls: PastCall[]) {
  const conversation = await home();
  return world.database.transaction((em) =>
    writeCalls(em, { ...telephone, conversation, calls, origin }),
  );
}

const shown = async () =>
  (await firstRow<Record<string, unknown>>(
    world.database.fork(),
    sql`select state, needs_reply as needs, preview, missed_at is not null as missed from conversation
    where workspace_id = ${telephone.workspaceId}`,
  ))!;

const act = (statement: ReturnType<typeof sql>) => run(world.database.fork(), statement);

describe('a message', () => {
  test('that comes twice is written once, and one that says more is changed', async () => {
    const sent = answer();
    expect(await say('history', [message(), sent])).toEqual({ written: 2, changed: 0 });
    expect(await say('event', [sent])).toEqual({ written: 0, changed: 0 });
    expect(await say('event', [{ ...sent, state: 'delivered' }])).toEqual({
      written: 0,
      changed: 1,
    });
    expect(await say('history', [sent])).toEqual({ written: 0, changed: 0 });
  });

  test('of this moment opens a conversation and asks for an answer, and an answer ends that', async () => {
    await say('history', [message({ at: minutesAgo(60 * 24 * 30) })]);
    await act(
      sql`update conversation set state = 'done' where workspace_id = ${telephone.workspaceId}`,
    );
    await say('event', [message({ body: 'Hello?' })]);
    expect(await shown()).toEqual({ state: 'open', needs: true, preview: 'Hello?', missed: false });
    await say('event', [answer({ at: minutesAgo(5) })]);
    expect(await shown()).toMatchObject({ needs: false, preview: 'It is.' });
  });

  test('of the past never opens what a person has done with', async () => {
    await say('history', [answer()]);
    await act(
      sql`update conversation set state = 'done' where workspace_id = ${telephone.workspaceId}`,
    );
    await say('history', [message({ at: minutesAgo(5) })]);
    expect(await shown()).toMatchObject({ state: 'done', needs: false });
  });

  test('that is older than what is shown leaves it shown', async () => {
    await say('history', [message({ body: 'Later', at: minutesAgo(5) })]);
    await say('history', [message({ body: 'Earlier', at: minutesAgo(50) })]);
    expect(await shown()).toMatchObject({ preview: 'Later', needs: true });
  });

  test('that the ledger is sending at this moment is left to the ledger', async () => {
    await say('history', [message()]);
    await act(sql`insert into send (workspace_id, intent_key, purpose, channel, address_id, state)
      select ${telephone.workspaceId}, 'reply:x', 'conversation', 'sms', id, 'sending' from address
      where workspace_id = ${telephone.workspaceId} and value = ${RUTH}`);
    expect(await say('event', [answer({ at: minutesAgo(1) })])).toEqual({ written: 0, changed: 0 });
    expect(await say('history', [answer({ at: minutesAgo(60) })])).toEqual({
      written: 1,
      changed: 0,
    });
  });

  test('that the ledger sent, and of whose end no webhook told, is settled there', async () => {
    await say('history', [message()]);
    const sent = answer({ at: minutesAgo(60), state: 'delivered' });
    await act(sql`insert into send (workspace_id, intent_key, purpose, channel, address_id, state, provider_account_id, provider_id)
      select ${telephone.workspaceId}, 'reply:y', 'conversation', 'sms', id, 'accepted', ${telephone.accountId}, ${sent.providerId}
      from address where workspace_id = ${telephone.workspaceId} and value = ${RUTH}`);
    const state = () =>
      firstRow(
        world.database.fork(),
        sql`select state from send where provider_id = ${sent.providerId}`,
      );
    await say('history', [{ ...sent, state: 'sent' }]);
    expect(await state()).toEqual({ state: 'accepted' });
    await say('history', [sent]);
    expect(await state()).toEqual({ state: 'delivered' });
    await say('history', [{ ...sent, state: 'undelivered' }]);
    expect(await state()).toEqual({ state: 'delivered' });
  });

  test('of a group lies with its first one, and all take part', async () => {
    await say('history', [message({ from: NOOR, to: [OURS, RUTH] })], [NOOR, RUTH]);
    const found = await rows<{ value: string }>(
      world.database.fork(),
      sql`select a.value from participant p join address a on a.id = p.address_id
      where p.workspace_id = ${telephone.workspaceId} order by 1`,
    );
    expect(found.map(({ value }) => value)).toEqual([RUTH, NOOR]);
    expect(await people()).toEqual([{ name: '', value: RUTH, source: 'history' }]);
  });

  test('of somebody without a number has a contact without an address', async () => {
    await say('history', [message({ from: 'anonymous' })], ['anonymous']);
    await say('history', [message({ from: 'anonymous' })], ['anonymous']);
    expect(await people()).toEqual([{ name: 'anonymous', value: null, source: 'history' }]);
  });

  test('of a person who was erased is not written down', async () => {
    await say('history', [message()]);
    await act(
      sql`update contact set erased_at = now() where workspace_id = ${telephone.workspaceId}`,
    );
    expect(await say('history', [message()])).toEqual({ written: 0, changed: 0 });
  });

  const people = () =>
    rows<{ name: string; value: string | null; source: string }>(
      world.database.fork(),
      sql`select c.first_name as name, a.value, c.source from contact c left join contact_address ca on ca.contact_id = c.id
        left join address a on a.id = ca.address_id where c.workspace_id = ${telephone.workspaceId}`,
    );
});

describe('a STOP of the past', () => {
  const blocked = async () =>
    (await firstRow<{ blocked: string[] }>(
      world.database.fork(),
      sql`select blocked from address where workspace_id = ${telephone.workspaceId} and value = ${RUTH}`,
    ))!.blocked;
  const stop = message({ body: 'STOP', at: minutesAgo(9_000) });

  test('closes the address where it was the last word', async () => {
    await say('history', [message({ body: 'START', at: minutesAgo(9_500) }), stop]);
    expect(await blocked()).toEqual(['call', 'sms', 'whatsapp']);
    await say('history', [stop]);
    const { n } = (await firstRow<{ n: number }>(
      world.database.fork(),
      sql`select count(*) as n from suppression where workspace_id = ${telephone.workspaceId}`,
    ))!;
    expect(n).toBe(3);
  });

  test.each(['START', 'yes'])(
    'closes nothing where %s came after it, on the same page or before',
    async (word) => {
      const after = message({ body: word, at: minutesAgo(8_000) });
      await say('history', [after, { ...stop, providerId: 'ACs1' }]);
      await say('history', [{ ...stop, providerId: 'ACs2', at: minutesAgo(8_500) }]);
      expect(await blocked()).toEqual([]);
    },
  );
});

describe('a call', () => {
  test('that nobody took asks for an answer until somebody calls or writes back', async () => {
    const ringing = call({ status: 'ringing', completedAt: null });
    await ring('event', [ringing]);
    expect(await shown()).toMatchObject({ missed: false });
    await ring('event', [{ ...ringing, status: 'missed', completedAt: minutesAgo(9) }]);
    expect(await shown()).toMatchObject({ missed: true, needs: true, state: 'open' });
    await ring('event', [call({ direction: 'out', status: 'no-answer', at: minutesAgo(8) })]);
    expect(await shown()).toMatchObject({ missed: true });
    await say('event', [answer({ at: minutesAgo(7) })]);
    expect(await shown()).toMatchObject({ missed: false, needs: false });
  });

  test('that is over does not ring again when the ringing is told late', async () => {
    const over = call();
    await ring('event', [over]);
    expect(await ring('event', [{ ...over, status: 'ringing', completedAt: null }])).toEqual({
      written: 0,
      changed: 0,
    });
  });

  test('has its parts once, and what is ready stays', async () => {
    const taken = call({ status: 'completed', answeredAt: minutesAgo(9) });
    await ring('event', [taken]);
    const recordings = [
      { id: 'CR1', url: 'https://media.example/1', contentType: 'audio/mpeg', durationS: 4 },
    ];
    const summary = { state: 'completed' as const, lines: ['Thursday'], nextSteps: [] };
    const parts = (told: object) =>
      world.database.transaction((em) =>
        writeParts(em, { ...telephone, parts: { callId: taken.providerId, ...told } }),
      );
    expect(await parts({ recordings, summary })).toMatchObject({ written: 1, changed: 1 });
    expect(await parts({ recordings, summary })).toMatchObject({ written: 0, changed: 0 });
    expect(await parts({ summary: { ...summary, state: 'in-progress', lines: [] } })).toMatchObject(
      { changed: 0 },
    );
    expect(await parts({ voicemail: { url: null, durationS: 3, text: 'Call me' } })).toMatchObject({
      changed: 1,
    });
    const { kind } = (await firstRow<{ kind: string }>(
      world.database.fork(),
      sql`select kind from interaction where workspace_id = ${telephone.workspaceId}`,
    ))!;
    expect(kind).toBe('voicemail');
  });

  test('whose parts come before itself has none yet', async () => {
    const told = await world.database.transaction((em) =>
      writeParts(em, { ...telephone, parts: { callId: 'ACnone', voicemail: null } }),
    );
    expect(told).toEqual({ written: 0, changed: 0, interactionId: null });
  });
});

test('a conversation that was made takes the id that the provider tells', async () => {
  const made = await home();
  expect(made.externalId).toMatch(/^made:[0-9a-f]{24}$/);
  const told = await world.database.transaction((em) =>
    knownConversation(em, {
      ...telephone,
      externalId: 'CN1',
      numberId: 'PN1',
      participants: [RUTH],
    }),
  );
  expect(told).toEqual({ ...made, externalId: 'CN1' });
  expect(await home()).toEqual(told);
});
