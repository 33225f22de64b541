import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { localBlobs, type BlobStore } from '#db/blobs.ts';
import { moveClock } from '#db/clock-moves.ts';
import { claimOutbox } from '#db/outbox/claim.ts';
import { tellRelay, type OutboxMessage } from '#db/outbox.ts';
import { run, sql } from '#db/sql.ts';
import { workOutbox } from '#server/relay/outbox/work-outbox.ts';
import { startRelay, type Relay } from '#server/relay/relay.ts';
import { addPerson, openOffice, type Office } from '#test/db/events/office.ts';
import { addWalk } from '#test/db/events/walk.ts';
import { text } from '../webhooks/post.ts';
import { fakeEngine, quiet, sceneOf } from './scene.ts';

let office: Office;
let scene: ReturnType<typeof sceneOf>;
let engine: ReturnType<typeof fakeEngine>;
let relays: Relay[];
let folder: string;
let blobs: BlobStore;

beforeAll(async () => {
  office = await openOffice();
  scene = sceneOf(office);
  folder = await mkdtemp(join(tmpdir(), 'relay-'));
  blobs = localBlobs(folder);
});
afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  engine = fakeEngine();
  relays = [];
  await run(office.database.fork(), sql`delete from outbox`);
});
afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
});

const relay = async () =>
  relays.push(
    await startRelay({
      database: office.database,
      databaseUrl: office.url,
      engine: engine.engine,
      blobs,
      log: quiet,
    }),
  );

const tell = (...messages: Omit<OutboxMessage, 'workspaceId'>[]) =>
  office.database.transaction((em) =>
    tellRelay(em, ...messages.map((one) => ({ ...one, workspaceId: office.workspaceId }))),
  );

const key = () => crypto.randomUUID();
const settled = (what: () => void | Promise<void>) =>
  vi.waitFor(what, { timeout: 8000, interval: 20 });
const empty = () => settled(async () => expect(await scene.outbox()).toEqual([]));

test('what was committed is told to the engine within moments, and forgotten', async () => {
  await relay();
  const [campaign, send] = [key(), key()];
  await tell({ kind: 'campaign.start', key: campaign }, { kind: 'send.start', key: send });
  await empty();
  expect(engine.told.toSorted()).toEqual([
    `start campaign campaign/${campaign}`,
    `start send send/${send}`,
  ]);
});

test('of one subject everything is told in its order, also by two relays', async () => {
  const subjects = Array.from({ length: 20 }, key);
  for (const subject of subjects) {
    await tell(
      { kind: 'campaign.start', key: subject },
      { kind: 'campaign.wake', key: subject },
      { kind: 'campaign.wake', key: subject },
    );
  }
  await Promise.all([relay(), relay()]);
  await empty();
  for (const subject of subjects) {
    const told = engine.told.filter((line) => line.includes(subject));
    expect(told).toEqual([
      `start campaign campaign/${subject}`,
      `woken campaign/${subject}`,
      `woken campaign/${subject}`,
    ]);
  }
});

test('what a relay held that was killed is taken up by the next at once, not when its time is over', async () => {
  const subject = key();
  await tell({ kind: 'campaign.start', key: subject });
  const held = { kinds: ['campaign.start' as const], limit: 1, leaseMs: 3_600_000 };
  await office.database.transaction((em) => claimOutbox(em, held));
  await relay();
  await empty();
  expect(engine.told).toEqual([`start campaign campaign/${subject}`]);
});

test('what another relay holds that lives is left to it', async () => {
  await relay();
  await settled(() => expect(relays[0]?.isListening()).toBe(true));
  const subject = key();
  await office.database.transaction(async (em) => {
    await tellRelay(em, { workspaceId: office.workspaceId, kind: 'campaign.start', key: subject });
    await claimOutbox(em, { kinds: ['campaign.start'], limit: 1, leaseMs: 3_600_000 });
  });
  await relay();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(engine.told).toEqual([]);
});

test('while the engine is away nothing is lost, and everything catches up when it is back', async () => {
  engine.state.away = true;
  await relay();
  const subjects = Array.from({ length: 30 }, key);
  await tell(...subjects.map((subject) => ({ kind: 'send.start' as const, key: subject })));
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(await scene.outbox()).toHaveLength(30);
  engine.state.away = false;
  await empty();
  expect(new Set(engine.told)).toEqual(
    new Set(subjects.map((subject) => `start send send/${subject}`)),
  );
});

test('a database that restarts just now learns what was done, so that it is done once', async () => {
  const subject = key();
  await tell({ kind: 'campaign.start', key: subject });
  let calls = 0;
  const restarting: typeof office.database = {
    ...office.database,
    transaction: (work) => {
      calls += 1;
      return calls === 2
        ? Promise.reject(new Error('terminating connection'))
        : office.database.transaction(work);
    },
  };
  const work = { database: restarting, engine: engine.engine, blobs, log: quiet };
  await workOutbox({ ...work, kinds: ['campaign.start'], limit: 5, leaseMs: 30_000 });
  expect(await scene.outbox()).toEqual([]);
  expect(engine.told).toHaveLength(1);
});

describe('a file that nobody needs', () => {
  const stored = async () => {
    await using staged = await blobs.stage(Readable.from([Buffer.from('a picture')]), 100);
    await blobs.put(staged);
    return staged.sha256;
  };

  test('is taken out of the store', async () => {
    const sha256 = await stored();
    await relay();
    await tell({ kind: 'file.unneeded', key: sha256 });
    await empty();
    expect(await blobs.sizeOf(sha256)).toBeNull();
  });

  test('waits while the store is away, and nothing waits for it', async () => {
    const sha256 = await stored();
    const remove = blobs.remove;
    blobs.remove = () => Promise.reject(new Error('The store answered delete with 503.'));
    await relay();
    const campaign = key();
    await tell({ kind: 'file.unneeded', key: sha256 }, { kind: 'campaign.start', key: campaign });
    await settled(() => expect(engine.told).toEqual([`start campaign campaign/${campaign}`]));
    expect(await scene.outbox()).toHaveLength(1);
    blobs.remove = remove;
    await empty();
    expect(await blobs.sizeOf(sha256)).toBeNull();
  });
});

describe('a workflow that the engine does not know', () => {
  test('has ended where its row says so', async () => {
    const ruth = await addPerson(office, '+16035550170');
    const { membershipId } = await addWalk(office, ruth, 'enrolled');
    engine.state.unknown.add(`membership/${membershipId}`);
    await relay();
    await tell({ kind: 'membership.wake', key: membershipId });
    await empty();
    expect(engine.told).toEqual([]);
  });

  test('is asked for again where its row still walks', async () => {
    const ruth = await addPerson(office, '+16035550171');
    const { membershipId } = await addWalk(office, ruth, 'walking');
    engine.state.unknown.add(`membership/${membershipId}`);
    await relay();
    await tell({
      kind: 'membership.ended',
      key: membershipId,
      payload: { ending: 'replied' },
    });
    await settled(async () =>
      expect(
        await scene.one(
          sql`select last_error from outbox where key = ${membershipId} and attempts > 1`,
        ),
      ).toEqual({ last_error: 'workflow-not-found' }),
    );
    engine.state.unknown.clear();
    await empty();
    expect(engine.told).toContain(`ended membership/${membershipId} {"ending":"replied"}`);
  });
});

test('a moved clock brings each open walk to the instant of its workspace, and only those', async () => {
  const walks = [];
  for (const [value, state] of [
    ['+16035550172', 'walking'],
    ['+16035550173', 'walking'],
    ['+16035550174', 'enrolled'],
  ] as const) {
    walks.push(await addWalk(office, await addPerson(office, value), state));
  }
  const [early, late, notBegun] = walks.map(({ membershipId }) => membershipId);
  await run(office.database.fork(), sql`update workspace set clock_offset_ms = 3600000`);
  await run(
    office.database.fork(),
    sql`update membership set clock_offset_ms = 3600000 where id = ${late}`,
  );
  await relay();
  const { workspaceId } = office;
  await office.database.transaction((em) =>
    moveClock(em, { orderId: key(), workspaceId, userId: null, ms: 86_400_000 }),
  );
  await empty();
  expect(engine.told).toContain(`forward membership/${early} by 90000 s`);
  expect(engine.told).toContain(`forward membership/${late} by 86400 s`);
  expect(engine.told.join()).not.toContain(`membership/${notBegun}`);
  await run(office.database.fork(), sql`update workspace set clock_offset_ms = 0`);
});

test('a reply is in its conversation and ends the walk without anybody asking', async () => {
  const ruth = await addPerson(office, '+16035550175');
  const { membershipId } = await addWalk(office, ruth);
  await Promise.all([relay(), relay()]);
  await scene.post({ fields: text('Thursday is fine', { From: ruth.value }) });
  await settled(() =>
    expect(engine.told).toContain(`ended membership/${membershipId} {"ending":"replied"}`),
  );
  const shown = await scene.read(
    sql`select body from interaction where contact_id = ${ruth.contactId}`,
  );
  expect(shown).toEqual([{ body: 'Thursday is fine' }]);
});

test('ten texts of one person, taken up by two relays at once, stand in the order in which they came', async () => {
  const ruth = await addPerson(office, '+16035550176');
  const words = Array.from({ length: 10 }, (_, i) => `message ${i}`);
  for (const word of words) await scene.post({ fields: text(word, { From: ruth.value }) });
  await Promise.all([relay(), relay()]);
  await settled(async () => {
    const shown = await scene.read<{ body: string }>(
      sql`select body from interaction where contact_id = ${ruth.contactId} order by created_at, id`,
    );
    expect(shown.map(({ body }) => body)).toEqual(words);
  });
});

test('a clock that was moved several times is brought along once', async () => {
  const { membershipId } = await addWalk(
    office,
    await addPerson(office, '+16035550180'),
    'walking',
  );
  const { workspaceId } = office;
  for (const ms of [3_600_000, 7_200_000, 86_400_000]) {
    await office.database.transaction((em) =>
      moveClock(em, { orderId: key(), workspaceId, userId: null, ms }),
    );
  }
  await relay();
  await empty();
  const forwards = engine.told.filter((line) =>
    line.startsWith(`forward membership/${membershipId}`),
  );
  expect(forwards).toEqual([`forward membership/${membershipId} by 97200 s`]);
  await run(office.database.fork(), sql`update workspace set clock_offset_ms = 0`);
});

test('a walk whose clock does not move stops neither its campaign nor the others, and is tried again', async () => {
  const first = await addWalk(office, await addPerson(office, '+16035550178'), 'walking');
  const second = await addWalk(office, await addPerson(office, '+16035550179'), 'walking');
  const { workspaceId } = office;
  await run(office.database.fork(), sql`update campaign set state = 'running'`);
  engine.state.stuck.add(`membership/${first.membershipId}`);
  await relay();
  await office.database.transaction((em) =>
    moveClock(em, { orderId: key(), workspaceId, userId: null, ms: 3_600_000 }),
  );
  await settled(() => {
    expect(engine.told).toContain(`woken campaign/${second.campaignId}`);
    expect(engine.told).toContain(`forward membership/${second.membershipId} by 3600 s`);
  });
  expect(await scene.outbox()).toMatchObject([{ kind: 'clock.moved' }]);
  // The next move takes the place of the one that waits for its walk.
  await office.database.transaction((em) =>
    moveClock(em, { orderId: key(), workspaceId, userId: null, ms: 3_600_000 }),
  );
  expect(await scene.outbox()).toHaveLength(1);
  await settled(() =>
    expect(engine.told).toContain(`forward membership/${second.membershipId} by 7200 s`),
  );
  engine.state.stuck.clear();
  await empty();
  expect(engine.told).toContain(`forward membership/${first.membershipId} by 7200 s`);
  expect(engine.told).not.toContain(`forward membership/${first.membershipId} by 3600 s`);
  await run(office.database.fork(), sql`update workspace set clock_offset_ms = 0`);
});

test('a snoozed conversation comes back when the clock of its workspace says so', async () => {
  const ruth = await addPerson(office, '+16035550177');
  await scene.post({ fields: text('Later', { From: ruth.value }) });
  await scene.applyAll();
  await run(
    office.database.fork(),
    sql`update conversation set state = 'snoozed', snoozed_until = now() - interval '1 second' where contact_id = ${ruth.contactId}`,
  );
  await relay();
  await settled(async () =>
    expect(
      await scene.one(sql`select state from conversation where contact_id = ${ruth.contactId}`),
    ).toEqual({ state: 'open' }),
  );
});
