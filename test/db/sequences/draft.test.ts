import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sequenceDraft } from '#db/sequences/draft.ts';
import { editDraft, type Basis } from '#db/sequences/edit-draft.ts';
import { archiveSequence, createSequence } from '#db/sequences/orders.ts';
import { publish } from '#db/sequences/publish.ts';
import { versionOf } from '#db/sequences/versions.ts';
import { rows, sql } from '#db/sql.ts';
import type { Command } from '#domain/sequences/edit.ts';
import { edited, undone } from '#domain/sequences/edit-log.ts';
import type { Block } from '#domain/sequences/step.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let sequenceId: string;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  sequenceId = await world.database.transaction((em) =>
    createSequence(em, { ...maren(), orderId: v7(), name: 'Roof check', blocks: [hello] }),
  );
});

const maren = () => ({ workspaceId: world.alder.workspaceId, userId: world.alder.maren.id });
const message = (id: string, text: string): Block => ({
  id,
  kind: 'message',
  channel: 'sms',
  variants: [{ id: 'va', text }],
});
const hello = message('st-hello', 'Hello. STOP ends it.');
const say = (text: string): Command => ({ kind: 'change', step: message('st-hello', text) });

const edit = (basis: Basis, ...commands: Command[]) =>
  world.database.transaction((em) =>
    editDraft(em, { ...maren(), sequenceId, basis }, (draft, at) => edited(draft, commands, at)),
  );
const stored = async () =>
  (await sequenceDraft(world.database.fork(), { ...maren(), sequenceId }))!;
const publishNow = async (orderId = v7()) => {
  const { revision } = await stored();
  return world.database.transaction((em) =>
    publish(em, { ...maren(), sequenceId, orderId, note: '', basis: { revision, page: 'a' } }),
  );
};

describe('two pages at one draft', () => {
  test('what was typed in one after the other was heard of is kept', async () => {
    await edit({ revision: 0, page: 'a' }, say('One'));
    expect((await edit({ revision: 1, page: 'b' }, say('Two'))).kind).toBe('edited');
  });

  test('what is based on an older draft changes nothing', async () => {
    await edit({ revision: 0, page: 'a' }, say('One'));
    const late = await edit({ revision: 0, page: 'b' }, say('Two'));
    expect(late).toMatchObject({ kind: 'stale', draft: { revision: 1, editedBy: 'Maren Okafor' } });
    expect((await stored()).blocks).toEqual([message('st-hello', 'One')]);
  });

  test('a page may send on before it has heard of its last edit, until somebody comes between', async () => {
    await edit({ revision: 0, page: 'a' }, say('On'));
    expect((await edit({ revision: 0, page: 'a' }, say('One'))).kind).toBe('edited');
    await edit({ revision: 2, page: 'b' }, say('Two'));
    expect((await edit({ revision: 0, page: 'a' }, say('One more'))).kind).toBe('stale');
    expect((await edit({ revision: 1, page: 'a' }, say('One more'))).kind).toBe('stale');
  });

  test('of two edits at the same moment one is told that it came late', async () => {
    const both = await Promise.all([
      edit({ revision: 0, page: 'a' }, say('One')),
      edit({ revision: 0, page: 'b' }, say('Two')),
    ]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['edited', 'stale']);
  });
});

test('an edit is told to the open pages, one that changes nothing is not', async () => {
  await edit({ revision: 0, page: 'a' }, say('One'));
  await edit({ revision: 1, page: 'a' }, say('One'));
  const told = await rows(
    world.database.fork(),
    sql`select 1 from ui_event where topic = 'sequence' and ref_id = ${sequenceId} and kind = 'edited'`,
  );
  expect(told).toHaveLength(1);
});

test('the log lies with the draft, so that undo outlives the page', async () => {
  await edit({ revision: 0, page: 'a' }, { kind: 'remove', stepId: 'st-hello' });
  const basis = { revision: 1, page: 'another' };
  await world.database.transaction((em) =>
    editDraft(em, { ...maren(), sequenceId, basis }, undone),
  );
  expect((await stored()).blocks).toEqual([hello]);
});

test('nothing is edited in an archived sequence', async () => {
  await world.database.transaction((em) =>
    archiveSequence(em, { ...maren(), orderId: v7(), sequenceId }),
  );
  expect(await edit({ revision: 0, page: 'a' }, say('One'))).toEqual({ kind: 'archived' });
  expect(await publishNow()).toEqual({ kind: 'archived' });
});

describe('publishing', () => {
  test('makes the next version, which no edit changes any more', async () => {
    expect(await publishNow()).toEqual({ kind: 'published', number: 1 });
    await edit({ revision: 0, page: 'a' }, say('Good day. STOP ends it.'));
    expect(await publishNow()).toEqual({ kind: 'published', number: 2 });
    const first = await versionOf(world.database.fork(), { ...maren(), sequenceId }, 1);
    expect(first?.blocks).toEqual([hello]);
    const change = world.database.transaction((em) =>
      rows(em, sql`update sequence_version set note = 'x' where sequence_id = ${sequenceId}`),
    );
    await expect(change).rejects.toThrow('immutable');
  });

  test('twice by one order makes one version', async () => {
    const order = v7();
    expect(await publishNow(order)).toEqual(await publishNow(order));
  });

  test('is refused while a text is empty or names what nobody has, and for what says nothing new', async () => {
    await publishNow();
    expect(await publishNow()).toEqual({ kind: 'nothing-new', number: 1 });
    for (const [text, code] of [
      ['', 'empty-message'],
      ['Hi {shoe_size|42}. STOP ends it.', 'unknown-field'],
      ['Hi {first_name}. STOP ends it.', 'field-without-fallback'],
    ] as const) {
      await edit({ revision: (await stored()).revision, page: 'a' }, say(text));
      expect(await publishNow()).toMatchObject({ kind: 'refused', issues: [{ code }] });
    }
  });

  test('takes what the page showed, not what somebody wrote meanwhile', async () => {
    await edit({ revision: 0, page: 'b' }, say('Other words. STOP ends it.'));
    const late = await world.database.transaction((em) =>
      publish(em, {
        ...maren(),
        sequenceId,
        orderId: v7(),
        note: '',
        basis: { revision: 0, page: 'a' },
      }),
    );
    expect(late).toEqual({ kind: 'stale' });
  });
});
