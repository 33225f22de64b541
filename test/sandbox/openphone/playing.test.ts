import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GEORGE, json, RUTH } from '../running.ts';
import { activityOf, type Row, startQuo, WEBHOOK } from './quo.ts';
import { toldTo, waitForTypes } from './told.ts';

let sandbox: Awaited<ReturnType<typeof startQuo>>;
let number: Row;
beforeEach(async () => {
  sandbox = await startQuo({ size: 0, webhook: WEBHOOK });
  number = (await sandbox.quo.list('/phone-numbers')).data[0]!;
});
afterEach(() => sandbox.close());

const posted = () => sandbox.receiver.posted;
const write = (says: object) =>
  json<{ id: string }>(
    sandbox.quo.control('/messages', 'POST', { from: RUTH, to: number.id, body: 'Hello', ...says }),
  );
const call = (asked: object) =>
  json<{ id: string }>(
    sandbox.quo.control('/calls', 'POST', { from: RUTH, to: number['number'], ...asked }),
  );
const withRuth = () => ({ id: '', phoneNumberId: number.id, participants: [RUTH] });

test('what a person writes is in the lists at once and told to both families', async () => {
  const { id } = await write({ pictures: 2 });
  const [message] = await sandbox.quo.all(activityOf(withRuth(), 'messages'));
  expect(message).toMatchObject({ id, text: 'Hello', from: RUTH, direction: 'incoming' });
  const [conversation] = await sandbox.quo.all('/conversations?maxResults=10');
  expect(conversation).toMatchObject({ lastActivityId: id, participants: [RUTH] });
  const [legacy] = await waitForTypes(posted(), 'v1', ['message.received']);
  const [dated] = await waitForTypes(posted(), 'dated', ['message.received']);
  expect(legacy).toMatchObject({ apiVersion: 'v4', posted: { path: WEBHOOK.url } });
  expect(legacy!.data.object).toMatchObject({ id, text: 'Hello', to: number['number'] });
  expect(dated!.data.resource).toMatchObject({ id, text: 'Hello', status: 'received' });
  expect(dated!.data.context).toMatchObject({ conversationId: conversation!.id });
  const { media } = legacy!.data.object as { media: { url: string; type: string }[] };
  const picture = await fetch(media[1]!.url);
  expect([media.length, picture.headers.get('Content-Type')]).toEqual([2, 'image/png']);
});

test('a group has a conversation of its own, and everybody is named', async () => {
  const { id } = await write({ others: [GEORGE] });
  const group = { ...withRuth(), participants: [GEORGE, RUTH] };
  expect(await sandbox.quo.all(activityOf(withRuth(), 'messages'))).toEqual([]);
  const [message] = await sandbox.quo.all(activityOf(group, 'messages'));
  expect(message).toMatchObject({ id, to: [number['number'], GEORGE] });
});

test.each([
  ['v1', { body: 'Hello', createdBy: expect.stringMatching(/^US/) }],
  ['v3', { body: 'Hello', conversationId: expect.stringMatching(/^CN/) }],
  ['v4', { text: 'Hello', contactIds: [] }],
] as const)('a message is told in the shape of %s', async (apiVersion, fields) => {
  await sandbox.quo.settings({ apiVersion });
  await write({});
  const [told] = await waitForTypes(posted(), 'v1', ['message.received']);
  expect(told).toMatchObject({ apiVersion, data: { object: fields } });
});

const ANSWERED = [
  'call.ringing',
  'call.completed',
  'call.recording.completed',
  'call.summary.completed',
  'call.transcript.completed',
];

test('an answered call rings, ends, and is followed by what was said', async () => {
  const { id } = await call({ seconds: 90 });
  const told = await waitForTypes(posted(), 'v1', ANSWERED);
  const objects = told.map((one) => one.data.object!);
  expect(objects[0]).toMatchObject({ id, status: 'ringing', duration: 0, completedAt: null });
  expect(objects[1]).toMatchObject({
    id,
    status: 'completed',
    duration: 90,
    participants: [RUTH, number['number']],
    recordings: null,
  });
  expect(objects[3]).toMatchObject({ object: 'callSummary', callId: id, status: 'completed' });
  expect(objects[4]).toMatchObject({ object: 'callTranscript', callId: id });
  const { recordings } = objects[2] as { recordings: { url: string }[] };
  expect((await fetch(recordings[0]!.url)).headers.get('Content-Type')).toBe('audio/mpeg');
  await waitForTypes(posted(), 'dated', [...ANSWERED, 'call.answered']);
  const [listed] = await sandbox.quo.all(activityOf(withRuth(), 'calls'));
  expect(listed).toMatchObject({ id, status: 'completed' });
  for (const part of ['summaries', 'transcripts', 'recordings']) {
    expect((await sandbox.quo.get(`/call-${part}/${id}`)).status).toBe(200);
  }
});

test('before v4 a recording was a medium of the call', async () => {
  await sandbox.quo.settings({ apiVersion: 'v2' });
  await call({ summary: false, transcript: false });
  const told = await waitForTypes(posted(), 'v1', ANSWERED.slice(0, 3));
  expect(told[2]!.data.object).toMatchObject({ media: [{ type: 'audio/mpeg' }] });
  expect(told[1]!.data.object).toMatchObject({ media: [], voicemail: null });
});

test('what somebody left is unfinished at first, and only the dated family hears of it', async () => {
  const { id } = await call({ outcome: 'voicemail', seconds: 20 });
  const missed = ['call.ringing', 'call.completed', 'call.missed', 'call.voicemail.completed'];
  const told = await waitForTypes(posted(), 'dated', missed);
  expect(told[3]!.data.resource).toMatchObject({ callId: id, duration: 20, from: RUTH });
  await waitForTypes(posted(), 'v1', ['call.ringing', 'call.completed']);
  expect(await sandbox.quo.one(`/call-voicemails/${id}`)).toMatchObject({
    status: 'completed',
    transcript: expect.stringContaining('Robin'),
  });
  expect((await sandbox.quo.get(`/call-summaries/${id}`)).status).toBe(404);
});

test('a call may end with nothing, and a number that is not there takes none', async () => {
  const { id } = await call({ outcome: 'missed' });
  await waitForTypes(posted(), 'dated', ['call.ringing', 'call.completed', 'call.missed']);
  expect(await sandbox.quo.one(`/calls/${id}`)).toMatchObject({ status: 'no-answer', duration: 0 });
  expect((await sandbox.quo.get(`/call-voicemails/${id}`)).status).toBe(404);
  const answer = await sandbox.quo.control('/calls', 'POST', { from: RUTH, to: '+15' });
  expect(answer.status).toBe(422);
});

test('an event may be told of anything that is there', async () => {
  const { id } = await write({});
  await waitForTypes(posted(), 'v1', ['message.received']);
  const event = (about: string) =>
    sandbox.quo.control('/events', 'POST', { type: 'message.received', about });
  expect([(await event(id)).status, (await event('ACnone')).status]).toEqual([202, 422]);
  await waitForTypes(posted(), 'v1', ['message.received', 'message.received']);
});

test('a call that ended is told as ringing where somebody asks for it', async () => {
  const { id } = await call({ outcome: 'missed' });
  await waitForTypes(posted(), 'v1', ['call.ringing', 'call.completed']);
  await sandbox.quo.control('/events', 'POST', { type: 'call.ringing', about: id });
  const again = ['call.ringing', 'call.completed', 'call.ringing'];
  await waitForTypes(posted(), 'v1', again);
  const last = toldTo(posted(), 'v1').at(-1)!;
  expect(last.data.object).toMatchObject({ id, status: 'ringing', completedAt: null });
});

test('a new message appears in a slow list after a while', async () => {
  await sandbox.faults({ listDelaySeconds: 0.3 });
  const { id } = await write({});
  expect(await sandbox.quo.all(activityOf(withRuth(), 'messages'))).toEqual([]);
  expect((await sandbox.quo.get(`/messages/${id}`)).status).toBe(200);
  await vi.waitFor(async () =>
    expect(await sandbox.quo.all(activityOf(withRuth(), 'messages'))).toHaveLength(1),
  );
});

test('the phone of the page writes to Quo as well, and the ledger names the provider', async () => {
  await sandbox.write(RUTH, { to: number['number'], body: 'From a phone', media: 'picture' });
  const [told] = await waitForTypes(posted(), 'v1', ['message.received']);
  expect(told!.data.object).toMatchObject({ text: 'From a phone', media: [{ type: 'image/png' }] });
  await sandbox.write(RUTH, { to: '+16035550161', body: 'To Twilio' });
  const rows = await sandbox.ledger('?direction=inbound');
  expect(rows.map((row) => row.provider)).toEqual(['openphone', 'twilio']);
  expect(await sandbox.ledger('?direction=inbound&provider=openphone')).toEqual([rows[0]]);
});

test('calls told in the wrong order come last one first', async () => {
  await sandbox.faults({ reorderCallbacks: 1 });
  await call({});
  await waitForTypes(posted(), 'v1', ANSWERED);
  expect(toldTo(posted(), 'v1').map((one) => one.type)).toEqual(ANSWERED.toReversed());
});
