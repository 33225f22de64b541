import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAttachmentActivities } from '#activities/attachments/attachments.ts';
import { addInteraction, conversationOf } from '#db/conversations.ts';
import { gutterPicture } from '#db/seeds/picture.ts';
import { tellRelay } from '#db/outbox.ts';
import { firstRow, run, sql } from '#db/sql.ts';
import { workflowIds } from '#domain/names.ts';
import type { Relay } from '#server/relay/relay.ts';
import { startEngine, type Engine } from '#test/support/engine.ts';
import { recordHistory } from '#test/support/histories/record.ts';
import { relayBetween } from '#test/support/relay.ts';
import { until } from '#test/support/until.ts';
import { appSecret, openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let engine: Engine;
let relay: Relay;
let provider: Server;
let tries = 0;
/** What the provider says to a first try. */
let firstAnswer = 404;

beforeAll(async () => {
  world = await openWorld();
  provider = createServer((_, response) => {
    tries += 1;
    // The provider's store is a moment behind its webhook.
    if (tries === 1) response.writeHead(firstAnswer).end();
    else response.end(gutterPicture().png);
  });
  provider.listen(0, '127.0.0.1');
  await once(provider, 'listening');
  const sandboxUrl = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  engine = await startEngine({
    imports: createAttachmentActivities({ ...world, secret: appSecret, sandboxUrl }),
  });
  relay = await relayBetween(world, engine);
});

afterAll(async () => {
  await relay.stop();
  await engine.close();
  provider.closeAllConnections();
  provider.close();
  await world.end();
});

test('a picture that came with a message lies in our store soon after, though the provider was late', async () => {
  const id = await receivedPicture();
  await until(async () => (await stateOf(id))?.state === 'stored');
  const { width, height } = gutterPicture();
  expect(await stateOf(id)).toMatchObject({ width, height, contentType: 'image/png' });
  expect(tries).toBe(2);
  const history = await recordHistory(
    engine.client,
    workflowIds.attachment(id),
    'attachment-fetch-stored',
  );
  expect(JSON.stringify(history)).not.toContain('api.twilio.com');
});

test('a picture that the provider refuses is given up, and nobody asks again', async () => {
  tries = 0;
  firstAnswer = 403;
  const id = await receivedPicture();
  await until(async () => (await stateOf(id))?.state === 'failed');
  const workflowId = workflowIds.attachment(id);
  expect(await engine.client.workflow.getHandle(workflowId).result()).toBe('failed');
  expect(tries).toBe(1);
  await recordHistory(engine.client, workflowId, 'attachment-fetch-refused');
});

test('a file whose link was renewed after it had ended is fetched after all', async () => {
  tries = 0;
  firstAnswer = 403;
  const id = await receivedPicture();
  await until(async () => (await stateOf(id))?.state === 'failed');
  await engine.client.workflow.getHandle(workflowIds.attachment(id)).result();
  await world.database.transaction(async (em) => {
    await run(em, sql`update attachment set state = 'pending', error = null where id = ${id}`);
    const { workspaceId } = world.alder;
    await tellRelay(em, { workspaceId, kind: 'attachment.fetch', key: id });
  });
  await until(async () => (await stateOf(id))?.state === 'stored');
  expect(tries).toBe(2);
});

async function receivedPicture(): Promise<string> {
  const { workspaceId, accountId, contacts } = world.alder;
  const contactId = contacts[3]?.id ?? '';
  const interactionId = await world.database.transaction(async (em) => {
    const at = new Date();
    const conversationId = await conversationOf(em, { workspaceId, contactId, at });
    const sourceUrl = 'https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1';
    return addInteraction(em, {
      workspaceId,
      conversationId,
      contactId,
      kind: 'message',
      channel: 'sms',
      direction: 'in',
      body: '',
      at,
      providerAccountId: accountId,
      providerId: crypto.randomUUID(),
      attachments: [{ sourceUrl, contentType: 'image/png' }],
    });
  });
  const found = await firstRow<{ id: string }>(
    world.database.fork(),
    sql`select id from attachment where interaction_id = ${interactionId}`,
  );
  return found?.id ?? '';
}

const stateOf = (id: string) =>
  firstRow<{ state: string }>(
    world.database.fork(),
    sql`select state, content_type as "contentType", width, height from attachment where id = ${id}`,
  );
