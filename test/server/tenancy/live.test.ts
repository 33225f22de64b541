import { afterAll, beforeAll, expect, it } from 'vitest';
import { tellUi, type UiTopic } from '#db/ui-events.ts';
import { openApp } from '#test/support/app.ts';
import { parse } from '#test/support/html.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';
import { foreignIds } from './foreign.ts';

let world: TestWorld;
const stopping = new AbortController();
beforeAll(async () => void (world = await openWorld()));
afterAll(async () => {
  stopping.abort();
  await world.end();
});

const topics: UiTopic[] = [
  'inbox',
  'conversation',
  'contact',
  'campaign',
  'membership',
  'import',
  'history',
  'sync',
  'senders',
  'workspace',
];

it('an open page hears what happens in its workspace and nothing of another', async () => {
  const { alder, clinique, database } = world;
  const maren = await openApp(world, { stopping: stopping.signal }).as(alder.maren);
  const page = parse(await (await maren.get('/')).text());
  const stream = (await maren.get(page('#live').attr('hx-sse:connect')!)).body!.getReader();
  const ours = alder.conversations[0]!.id;
  const theirs = await foreignIds(world);

  const heard = listen(stream, `conversation:${ours}`);
  await database.transaction((em) =>
    tellUi(
      em,
      ...topics.flatMap((topic) =>
        Object.values(theirs)
          // What only a fuller world has is null here.
          .filter((id) => id?.length === 36)
          .map((refId) => ({ workspaceId: clinique.workspaceId, topic, refId, kind: 'changed' })),
      ),
    ),
  );
  await database.transaction((em) =>
    tellUi(em, { workspaceId: alder.workspaceId, topic: 'conversation', refId: ours, kind: 'in' }),
  );
  const said = await heard;
  expect(said).toContain(`conversation:${ours}`);
  expect(
    Object.entries(theirs).filter(([name, id]) => name !== 'step' && said.includes(id)),
  ).toEqual([]);
});

/** Reads on until `last` was said. */
async function listen(
  stream: ReadableStreamDefaultReader<Uint8Array>,
  last: string,
): Promise<string> {
  let said = '';
  while (!said.includes(last)) {
    const { value, done } = await stream.read();
    if (done) break;
    said += Buffer.from(value).toString();
  }
  await stream.cancel();
  return said;
}
