import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { twilioCredentials } from '#db/credentials.ts';
import { firstRow, rows, sql } from '#db/sql.ts';
import { renderText } from '#domain/sending/template.ts';
import { messageText, type Block } from '#domain/sequences/step.ts';
import { appSecret, openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.end());

describe('the named world', () => {
  it('has sixteen numbers of one account that opens with the secret of the installation', async () => {
    const { alder, database } = world;
    const account = await firstRow<{ externalId: string; credentials: Buffer }>(
      database.fork(),
      sql`select external_id as "externalId", credentials from provider_account where id = ${alder.accountId}`,
    );
    expect(alder.senders).toHaveLength(16);
    expect(account?.externalId).toMatch(/^AC[0-9a-f]{32}$/);
    expect(twilioCredentials(appSecret, alder.accountId, account!.credentials).authToken).not.toBe(
      '',
    );
  });

  it('uses only numbers of fiction, and no number twice but those of a household', async () => {
    const found = await rows<{ value: string; people: number }>(
      world.database.fork(),
      sql`select value, (select count(*) from contact_address c where c.address_id = a.id) as people
        from address a where kind = 'phone' union all select value, 1 from sender`,
    );
    expect(found.filter(({ value }) => !/^\+1\d{3}55501\d\d$/.test(value))).toEqual([]);
    expect(found.filter(({ people }) => people > 1)).toHaveLength(1);
  });

  it('knows people who agreed, who refused, who said nothing and who opted out', async () => {
    const kinds = await rows<{ kind: string; n: number }>(
      world.database.fork(),
      sql`select coalesce(case when 'sms' = any(blocked) then 'blocked' end, consents->>'sms', 'blank') as kind, count(*) as n
        from address where workspace_id = ${world.alder.workspaceId} and kind = 'phone' group by 1 order by 1`,
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['blank', 'blocked', 'given', 'refused']);
  });

  it('has conversations that wait for a person, and one with a picture', async () => {
    const em = world.database.fork();
    const waiting = await firstRow<{ n: number }>(
      em,
      sql`select count(*) as n from conversation where workspace_id = ${world.alder.workspaceId} and needs_reply`,
    );
    const picture = await firstRow<{ sha256: string }>(
      em,
      sql`select blob_sha256 as sha256 from attachment where workspace_id = ${world.alder.workspaceId} and state = 'stored'`,
    );
    expect(waiting?.n).toBeGreaterThan(2);
    expect(await world.blobs.sizeOf(picture!.sha256)).toBeGreaterThan(1000);
  });

  it('has a published version whose texts can be filled for everybody', async () => {
    const version = await firstRow<{ blocks: Block[] }>(
      world.database.fork(),
      sql`select blocks from sequence_version where id = ${world.alder.versionId}`,
    );
    const texts = version!.blocks.filter((block) => block.kind === 'message').map(messageText);
    expect(texts.map((text) => renderText(text, {}).kind)).toEqual(texts.map(() => 'text'));
  });
});
