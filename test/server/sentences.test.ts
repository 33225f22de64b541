import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrolAudience } from '#db/campaigns/enrol.ts';
import { createSequenceActivities } from '#activities/sequences.ts';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import { openApp, type Visitor } from '#test/support/app.ts';
import { expectNoLiterals, parse } from '#test/support/html.ts';
import { openSendingWorld, type SendingWorld } from '#test/support/sending.ts';

// Every sentence of these pages comes from the catalogue: told in the pseudo-language, nothing but
// what the workspace itself has typed may be left.

let w: SendingWorld;
let maren: Visitor;
let typed: string[];
let draftId: string;
let walkedId: string;
let excludedId: string;

beforeAll(async () => {
  w = await openSendingWorld();
  const { workspaceId, campaignId, versionId } = w.alder;
  maren = await openApp(w).as(w.alder.maren);
  draftId = crypto.randomUUID();
  await maren.post('/campaigns', { order: draftId, name: 'Deck care', versionId });
  await maren.post(`/campaigns/${campaignId}/launch`);
  await enrolAudience(w.database, campaignId);
  walkedId = await idOf('enrolled');
  excludedId = await idOf('excluded');
  await w.database.transaction(async (em) => {
    await run(
      em,
      sql`update membership set state = 'walking', step_id = 'st-first-note', started_at = now() where id = ${walkedId}`,
    );
    await run(em, sql`update workspace set locale = 'xx' where id = ${workspaceId}`);
  });
  await createSequenceActivities(w.world).sendStep({
    membershipId: walkedId,
    stepId: 'st-first-note',
    visit: 1,
  });
  typed = await typedBy(workspaceId);
});
afterAll(() => w.end());

async function idOf(state: string): Promise<string> {
  const row = await firstRow<{ id: string }>(
    w.database.fork(),
    sql`select id from membership where state = ${state} limit 1`,
  );
  return row?.id ?? '';
}

/** Names, places, texts and numbers that people of the workspace have typed, the longest first. */
async function typedBy(workspaceId: string): Promise<string[]> {
  const found = await rows<{ text: string }>(
    w.database.fork(),
    sql`select unnest(array[first_name || ' ' || last_name, first_name, last_name, company, city || ', ' || region, city, region]) as text from contact where workspace_id = ${workspaceId}
    union select value from address where workspace_id = ${workspaceId}
    union select unnest(array[name, value]) from sender where workspace_id = ${workspaceId}
    union select body from send where workspace_id = ${workspaceId} and body is not null
    union select name from campaign where workspace_id = ${workspaceId}
    union select name from sequence where workspace_id = ${workspaceId}
    union select jsonb_path_query(blocks, '$[*].title') #>> '{}' from sequence_version where workspace_id = ${workspaceId}
    union select jsonb_path_query(blocks, '$[*].label') #>> '{}' from sequence_version where workspace_id = ${workspaceId}
    union select unnest(tags) from contact where workspace_id = ${workspaceId}
    union select unnest(array[name, email]) from app_user`,
  );
  const ours = ['Alder & Tide', 'GSM-7', 'America/New_York', '47 CFR 64.1200(c)(1)'];
  return [...ours, ...found.map(({ text }) => text)].filter((text) => text.trim() !== '');
}

const pages: [string, () => string][] = [
  ['campaigns', () => '/campaigns'],
  ['a new campaign', () => '/campaigns/new'],
  ['a campaign', () => `/campaigns/${w.alder.campaignId}`],
  ['people of a campaign', () => `/campaigns/${w.alder.campaignId}/people`],
  ['people left out', () => `/campaigns/${w.alder.campaignId}/people?show=excluded`],
  ['a walk', () => `/memberships/${walkedId}`],
  ['somebody left out', () => `/memberships/${excludedId}`],
];

test.each(pages)('%s speaks the language of the reader', async (_what, path) => {
  const answer = await maren.get(path());
  expect(answer.status).toBe(200);
  expectNoLiterals(await answer.text(), typed);
});

/** Names of zones and the words of a rendered text are data too, but too many to list. */
test.each([
  ['the set-up', () => `/campaigns/${draftId}/draft`, 'option'],
  ['the review', () => `/campaigns/${draftId}/review`, '.bubble'],
] as [string, () => string, string][])(
  '%s speaks the language of the reader',
  async (_what, path, data) => {
    const $ = parse(await (await maren.get(path())).text());
    $(data).remove();
    expectNoLiterals($.html(), typed);
  },
);
