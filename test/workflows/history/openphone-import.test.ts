import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHistoryActivities } from '#activities/history/history.ts';
import { historyHoles } from '#db/history/differences.ts';
import { numberTallies } from '#db/history/number-tallies.ts';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import { workflowIds } from '#domain/names.ts';
import { readKeyword } from '#domain/inbox/keywords.ts';
import { everything, startQuo, type Row } from '#test/sandbox/openphone/quo.ts';
import { startEngine, type Engine } from '#test/support/engine.ts';
import { recordHistory } from '#test/support/histories/record.ts';
import {
  importRow,
  openImport,
  openTelephone,
  order,
  problemsOf,
  runImport,
  versionsOf,
  type Telephone,
} from '#test/support/history.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

// A hundredth of a firm's telephone, read to its end and compared with what a plain client sees.

let world: TestWorld;
let engine: Engine;
let sandbox: Awaited<ReturnType<typeof startQuo>>;
let telephone: Telephone;
let importId: string;
let theirs: { messages: Row[]; calls: Row[] };

beforeAll(async () => {
  world = await openWorld();
  sandbox = await startQuo({ size: 1 / 100 });
  telephone = await openTelephone(world, sandbox.url);
  await sandbox.quo.control('/messages', 'POST', {
    ...(await somebody()),
    body: 'One more thing.',
  });
  engine = await startEngine({ history: createHistoryActivities(telephone.world) });
  importId = await openImport(telephone);
  await runImport(engine, importId);
  theirs = {
    messages: await everything(sandbox.quo, 'messages'),
    calls: await everything(sandbox.quo, 'calls'),
  };
}, 180_000);

afterAll(async () => {
  await engine?.close();
  await sandbox?.close();
  await world?.end();
});

/** Somebody who writes to one of the numbers. */
async function somebody(): Promise<{ from: string; to: string }> {
  const alone = (await sandbox.quo.all('/conversations?maxResults=100')).find(
    (one) => (one['participants'] as string[]).length === 1,
  )!;
  return { from: (alone['participants'] as string[])[0]!, to: String(alone['phoneNumberId']) };
}

const list = <T extends object>(statement: ReturnType<typeof sql<T>>) =>
  rows<T>(world.database.fork(), statement);
const one = async <T extends object>(statement: ReturnType<typeof sql<T>>) =>
  (await firstRow<T>(world.database.fork(), statement))!;

describe('a whole import', () => {
  test('ends, and is proved', async () => {
    expect(await importRow(telephone, importId)).toMatchObject({
      state: 'complete',
      proof: 'whole',
      failure: null,
      waits_for: null,
      numbers: 16,
      conversations: 20,
      conversations_total: 20,
      messages: 601,
      calls: 40,
    });
    expect(await problemsOf(telephone, importId)).toEqual([]);
  });

  test('has every message as the provider shows it', async () => {
    const ours = await list(sql<{
      id: string;
    }>`select i.provider_id as id, i.direction, i.body, i.at, i.state, s.value as sender
      from interaction i join sender s on s.id = i.sender_id
      where i.workspace_id = ${telephone.workspaceId} and i.kind = 'message'`);
    expect(ours.toSorted(byId)).toEqual(theirs.messages.map(messageOf).toSorted(byId));
  });

  test('has every call with all that belongs to it', async () => {
    const ours = await list(sql<{
      id: string;
    }>`select r.provider_id as id, r.status, r.duration_s as seconds,
        r.summary->'lines' as summary, jsonb_array_length(r.transcript->'turns') as turns, i.kind = 'voicemail' as voicemail,
        array(select t.external_id from attachment t where t.interaction_id = i.id and t.role = 'recording' order by 1) as recordings
      from call_record r join interaction i on i.id = r.interaction_id where r.workspace_id = ${telephone.workspaceId}`);
    const wanted = await Promise.all(theirs.calls.map((call) => callOf(call)));
    expect(ours.toSorted(byId)).toEqual(wanted.toSorted(byId));
  });

  test('asks for each sound to be fetched', async () => {
    const { sounds, asked } = await one(sql<{ sounds: number; asked: number }>`select
      (select count(*) from attachment where workspace_id = ${telephone.workspaceId} and role <> 'file') as sounds,
      (select count(*) from outbox where workspace_id = ${telephone.workspaceId} and kind = 'attachment.fetch') as asked`);
    expect(sounds).toBeGreaterThan(10);
    expect(asked).toBe(sounds);
  });

  test('closes the addresses of those whose last keyword was a STOP', async () => {
    const stopped = new Set<string>();
    const oldestFirst = theirs.messages.toSorted((a, b) =>
      String(a['createdAt']) < String(b['createdAt']) ? -1 : 1,
    );
    for (const row of oldestFirst.filter((each) => each['direction'] === 'incoming')) {
      const keyword = readKeyword(String(row['text']));
      if (keyword === 'stop') stopped.add(String(row['from']));
      else if (keyword === 'start' || keyword === 'yes') stopped.delete(String(row['from']));
    }
    const blocked = await list(sql<{ value: string }>`select value from address
      where workspace_id = ${telephone.workspaceId} and 'sms' = any(blocked)`);
    expect(stopped.size).toBeGreaterThan(0);
    expect(blocked.map(({ value }) => value).toSorted()).toEqual([...stopped].toSorted());
  });

  test('wakes nobody for what lies back longer than a week', async () => {
    const lastWeek = Date.now() - 7 * 86_400_000;
    const found = await list(sql<{
      at: Date;
      state: string;
      needs: boolean;
      said: string;
    }>`select last_at as at, state,
      needs_reply as needs, last_direction as said from conversation where workspace_id = ${telephone.workspaceId}`);
    const old = found.filter(({ at }) => at.getTime() < lastWeek);
    const young = found.filter(({ at }) => at.getTime() >= lastWeek);
    expect(old.length).toBeGreaterThan(5);
    expect(old.filter(({ state, needs }) => state !== 'done' || needs)).toEqual([]);
    expect(young).toMatchObject([{ state: 'open', needs: true, said: 'in' }]);
  });

  test('a group lies whole with its first participant, and names all its recipients', async () => {
    const groups = await list(sql<{
      people: number;
      named: number;
      contacts: number;
    }>`select cardinality(p.participants) as people,
        min(jsonb_array_length(i.detail->'to')) as named, count(distinct i.contact_id) as contacts
      from provider_conversation p join interaction i on i.workspace_id = p.workspace_id and i.detail->>'thread' = p.id::text
      where p.workspace_id = ${telephone.workspaceId} and cardinality(p.participants) > 1 group by p.id`);
    expect(groups.length).toBeGreaterThan(0);
    for (const group of groups)
      expect(group).toEqual({ people: group.people, named: group.people, contacts: 1 });
  });
});

describe('once more', () => {
  test('changes nothing, and asks for no page twice', async () => {
    const before = await versionsOf(telephone);
    await sandbox.quo.control('/requests', 'DELETE');
    const again = await openImport(telephone);
    await runImport(engine, again);
    expect(await importRow(telephone, again)).toMatchObject({
      state: 'complete',
      proof: 'whole',
      messages: 0,
      calls: 0,
      changed: 0,
    });
    expect(await versionsOf(telephone)).toEqual(before);
    const log = (await (await sandbox.quo.control('/requests')).json()) as {
      repeated: { url: string; times: number }[];
    };
    // The proof asks for the calls of a conversation once more.
    const twice = log.repeated.filter(
      ({ url, times }) => !url.startsWith('GET /v1/calls?') || times > 2,
    );
    expect(twice).toEqual([]);
  }, 120_000);

  test('a night reads what moved, and says how much was missing', async () => {
    await sandbox.quo.control('/messages', 'POST', {
      ...(await somebody()),
      body: 'Anybody there?',
    });
    const night = await openImport(telephone, {
      kind: 'nightly',
      since: new Date(Date.now() - 3_600_000),
    });
    await runImport(engine, night);
    expect(await importRow(telephone, night)).toMatchObject({
      state: 'complete',
      proof: null,
      conversations: 1,
      messages: 1,
      calls: 0,
    });
    const said = await one(sql<{
      state: string;
      needs: boolean;
    }>`select v.state, v.needs_reply as needs from interaction i
      join conversation v on v.id = i.conversation_id where i.workspace_id = ${telephone.workspaceId} and i.body = 'Anybody there?'`);
    expect(said).toEqual({ state: 'open', needs: true });
    await recordHistory(
      engine.client,
      workflowIds.openphoneImport(night),
      'openphone-import-nightly',
    );
  }, 120_000);
});

describe('the proof', () => {
  test('finds three things that are missing by their names, and mends them', async () => {
    const { workspaceId } = telephone;
    const lost = await one(sql<{ message: string; call: string; conversation: string }>`select
      (select provider_id from interaction where workspace_id = ${workspaceId} and kind = 'message' order by provider_id limit 1) as message,
      (select provider_id from interaction where workspace_id = ${workspaceId} and kind = 'call' order by provider_id limit 1) as call,
      (select external_id from provider_conversation where workspace_id = ${workspaceId} and cardinality(participants) > 1
        order by external_id limit 1) as conversation`);
    await world.database.transaction(async (em) => {
      await run(
        em,
        sql`delete from interaction where workspace_id = ${workspaceId} and provider_id in (${lost.message}, ${lost.call})`,
      );
      await run(
        em,
        sql`delete from interaction where workspace_id = ${workspaceId} and detail->>'thread' =
        (select id::text from provider_conversation where workspace_id = ${workspaceId} and external_id = ${lost.conversation})`,
      );
      await run(
        em,
        sql`delete from provider_conversation where workspace_id = ${workspaceId} and external_id = ${lost.conversation}`,
      );
    });
    await order(telephone, importId, 'prove');
    await runImport(engine, importId);
    expect(await importRow(telephone, importId)).toMatchObject({
      state: 'complete',
      proof: 'holes',
    });
    const found = await historyHoles(world.database.fork(), { workspaceId, importId, limit: 10 });
    expect(found.map(({ kind, externalId }) => ({ kind, externalId }))).toEqual([
      { kind: 'call', externalId: lost.call },
      { kind: 'conversation', externalId: lost.conversation },
      { kind: 'message', externalId: lost.message },
    ]);
    await order(telephone, importId, 'repair');
    await runImport(engine, importId);
    expect(await importRow(telephone, importId)).toMatchObject({
      state: 'complete',
      proof: 'whole',
    });
    const tallies = await numberTallies(world.database.fork(), { workspaceId, importId });
    expect(sum(tallies.map(({ messagesTheirs }) => messagesTheirs))).toBe(602);
    expect(sum(tallies.map(({ messagesOurs }) => messagesOurs))).toBe(602);
    const calls = await one(sql<{ n: number }>`select count(*) as n from call_record
      where workspace_id = ${workspaceId} and parts_asked_at is not null`);
    expect(calls.n).toBeGreaterThan(25);
    await recordHistory(
      engine.client,
      workflowIds.openphoneImport(importId),
      'openphone-import-repaired',
    );
  }, 120_000);
});

const sum = (figures: readonly number[]): number => figures.reduce((all, one) => all + one, 0);
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

function messageOf(row: Row) {
  const isIn = row['direction'] === 'incoming';
  const states = {
    queued: 'accepted',
    sent: 'sent',
    delivered: 'delivered',
    undelivered: 'undelivered',
  };
  return {
    id: row.id,
    direction: isIn ? 'in' : 'out',
    body: row['text'],
    at: new Date(String(row['createdAt'])),
    state: isIn ? 'received' : states[row['status'] as keyof typeof states],
    sender: isIn ? (row['to'] as string[])[0] : row['from'],
  };
}

/** A call with its parts, as a plain client asks for them. */
async function callOf(call: Row) {
  const isOver = !['queued', 'initiated', 'ringing', 'in-progress'].includes(
    String(call['status']),
  );
  const part = async (kind: string) => {
    const answer = await sandbox.quo.get(`/call-${kind}/${call.id}`);
    return answer.ok && isOver ? ((await answer.json()) as { data: never }).data : null;
  };
  const summary = (await part('summaries')) as { summary: string[] | null } | null;
  const transcript = (await part('transcripts')) as { dialogue: object[] | null } | null;
  const recordings = ((await part('recordings')) ?? []) as { id: string; url: string | null }[];
  return {
    id: call.id,
    status: call['status'],
    seconds: call['duration'],
    summary: summary && (summary.summary ?? []),
    turns: transcript && (transcript.dialogue ?? []).length,
    voicemail: (await part('voicemails')) !== null,
    recordings: recordings
      .filter(({ url }) => url !== null)
      .map(({ id }) => id)
      .toSorted(),
  };
}
