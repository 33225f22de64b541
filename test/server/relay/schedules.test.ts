import { tmpdir } from 'node:os';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { localBlobs } from '#db/blobs.ts';
import { changeSettings } from '#db/access/workspaces.ts';
import { tellRelay, type OutboxKind } from '#db/outbox.ts';
import { askForSchedules } from '#db/sync/schedules.ts';
import { startRelay, type Relay } from '#server/relay/relay.ts';
import { openQuoOffice, type QuoOffice } from '#test/db/events/quo-office.ts';
import { fakeEngine, quiet, sceneOf } from './scene.ts';

let office: QuoOffice;
let scene: ReturnType<typeof sceneOf>;
let engine: ReturnType<typeof fakeEngine>;
let relay: Relay;

beforeAll(async () => {
  office = await openQuoOffice();
  scene = sceneOf(office);
});
afterAll(() => office.close());
beforeEach(async () => {
  engine = fakeEngine();
  const { database, url: databaseUrl } = office;
  const blobs = localBlobs(tmpdir());
  relay = await startRelay({ database, databaseUrl, engine: engine.engine, blobs, log: quiet });
});
afterEach(() => relay.stop());

const tell = (kind: OutboxKind, key: string) =>
  office.database.transaction((em) =>
    tellRelay(em, { kind, key, workspaceId: office.workspaceId }),
  );
const told = () =>
  vi.waitFor(async () => expect(await scene.outbox()).toEqual([]), { timeout: 8000, interval: 20 });

test('an account that was connected is watched, and compared in the night of its firm', async () => {
  const { accountId } = office.quo;
  await tell('history.schedules', accountId);
  await told();
  expect(engine.told).toEqual([
    `keep openphone-watch/${accountId} {"everyMinutes":5}`,
    `keep openphone-night/${accountId} {"hour":3,"minute":10,"zone":"America/New_York"}`,
  ]);
});

test('an account of Twilio is asked as well', async () => {
  const { accountId } = office;
  await tell('history.schedules', accountId);
  await told();
  expect(engine.told).toEqual([
    `keep twilio-watch/${accountId} {"everyMinutes":5}`,
    `keep twilio-night/${accountId} {"hour":3,"minute":10,"zone":"America/New_York"}`,
  ]);
});

test('an account that is gone is watched no longer', async () => {
  const id = crypto.randomUUID();
  await tell('history.schedules', id);
  await told();
  expect(engine.told).toEqual([
    `drop openphone-watch/${id}`,
    `drop openphone-night/${id}`,
    `drop twilio-watch/${id}`,
    `drop twilio-night/${id}`,
  ]);
});

test('schedules that an engine has lost are asked for by the start of the relay, for every account', async () => {
  await office.database.transaction((em) => askForSchedules(em));
  await told();
  const kept = engine.told.map((one) => one.split(' ')[1]);
  expect(kept).toContain(`openphone-watch/${office.quo.accountId}`);
  expect(kept).toContain(`twilio-watch/${office.accountId}`);
});

test('a firm that moves to another zone is compared in the night of that', async () => {
  const settings = {
    name: 'Alder & Tide',
    zone: 'Europe/Brussels',
    locale: 'en-US',
    supportContact: '',
    dailyLimit: 1000,
  };
  const { workspaceId, userId: by } = office;
  await office.database.transaction((em) =>
    changeSettings(em, { orderId: crypto.randomUUID(), by, workspaceId, settings }),
  );
  await told();
  expect(engine.told).toContain(
    `keep openphone-night/${office.quo.accountId} {"hour":3,"minute":10,"zone":"Europe/Brussels"}`,
  );
});

test('a call that its webhook could not tell whole is asked for, also once more after a replay', async () => {
  const eventId = crypto.randomUUID();
  await tell('openphone.fetch', eventId);
  await tell('openphone.fetch', eventId);
  await told();
  const asked = `wake or start openphoneFetch openphone-fetch/${eventId}`;
  expect(engine.told).toEqual([asked, asked]);
});
