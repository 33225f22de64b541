import { MockActivityEnvironment } from '@temporalio/testing';
import { createSequenceActivities } from '#activities/sequences.ts';
import { addCampaign } from '#db/seeds/outreach-rows.ts';
import { addDeadLetter, addQuarantined, addUnconfirmedSend } from '#db/seeds/trouble-rows.ts';
import { firstRow, sql } from '#db/sql.ts';
import {
  addHistoryImport,
  addOpenPhone,
  addProblems,
  addProof,
} from '#test/support/history/rows.ts';
import { contactsCsv, importList, upload, type Importer } from '#test/support/imports.ts';
import { openSendingWorld, type SendingWorld } from '#test/support/sending.ts';

/** Alder & Tide with a long list of contacts, walks with real passports, and troubles of each kind. */
export interface FilledWorld extends SendingWorld {
  ids: Record<
    | 'draft'
    | 'membership'
    | 'finishedImport'
    | 'import'
    | 'history'
    | 'runningHistory'
    | 'interaction'
    | 'attachment'
    | 'pictured'
    | 'send',
    string
  >;
}

export async function openFilledWorld(): Promise<FilledWorld> {
  const world = await openSendingWorld();
  const { database, blobs, alder } = world;
  const importer: Importer = {
    database,
    blobs,
    workspaceId: alder.workspaceId,
    userId: alder.maren.id,
  };
  const finished = await importList(importer, contactsCsv);
  const waiting = await upload(importer, contactsCsv);
  const membership = await sendSome(world);
  const histories = await addHistories(world);
  const { draft, send } = await addTroubles(world);
  const picture = await firstRow<{ attachment: string; interaction: string; pictured: string }>(
    database.fork(),
    sql`select a.id as attachment, i.id as interaction, i.conversation_id as pictured
      from attachment a join interaction i on i.id = a.interaction_id
      where a.workspace_id = ${alder.workspaceId} limit 1`,
  );
  const ids = {
    ...picture!,
    ...histories,
    draft,
    send,
    membership,
    finishedImport: finished.id,
    import: waiting,
  };
  return { ...world, ids };
}

/** The first messages of some walks really go; the last of them is held, for the same person had one. */
async function sendSome({ world, walkOf, sends, alder }: SendingWorld): Promise<string> {
  const { sendStep } = createSequenceActivities(world);
  const stepId = 'st-first-note';
  const given = alder.contacts.filter(({ firstName }) =>
    ['Walt', 'Ruth', 'Tom', 'Nadia', 'Hannah', 'Ted', 'Colleen'].includes(firstName),
  );
  const walks = await Promise.all(given.map(({ firstName }) => walkOf(firstName)));
  for (const membershipId of walks) {
    const input = { membershipId, stepId, visit: 1 };
    await new MockActivityEnvironment().run(sendStep, input).catch(() => undefined); // held a moment: its number is busy
  }
  if ((await sends()).every(({ state }) => state !== 'accepted')) throw new Error('Nothing went.');
  return walks[0]!;
}

async function addTroubles({ database, alder }: SendingWorld) {
  const { workspaceId, accountId, sequenceId, versionId, contacts, senders, conversations } = alder;
  return database.transaction(async (em) => {
    await addDeadLetter(em, alder);
    await addQuarantined(em, alder);
    const send = await addUnconfirmedSend(em, {
      workspaceId,
      accountId,
      contactId: contacts[0]!.id,
      addressId: contacts[0]!.addressId,
      senderId: senders[0]!.id,
      conversationId: conversations[0]!.id,
      body: 'Did it arrive?',
    });
    const draft = await addCampaign(em, {
      workspaceId,
      sequenceId,
      versionId,
      by: alder.maren.id,
      name: 'Roofs in spring',
      tags: ['roof'],
      window: { days: [1, 2, 3, 4, 5], from: 540, to: 1080, zone: 'America/New_York' },
    });
    return { draft, send };
  });
}

/** An import that is over with more trouble than a page can show, one that runs, and a comparison by night. */
async function addHistories({ database, alder }: SendingWorld) {
  const phone = await addOpenPhone(database, alder.workspaceId);
  const history = await addHistoryImport(phone, {
    state: 'complete',
    phase: 'proof',
    proof: 'holes',
    provedAt: new Date(),
    finishedAt: new Date(),
    createdBy: alder.maren.id,
    numbers: 2,
    conversationsTotal: 3000,
    conversations: 3000,
    messages: 90_000,
    calls: 6000,
    partsTotal: 5800,
    parts: 5800,
    requests: 41_000,
  });
  await addProblems(phone, history, 10_000);
  await addProof(phone, history, { conversations: 3000, differing: 2000, holesEach: 6 });
  const runningHistory = await addHistoryImport(phone, {
    phase: 'exchange',
    conversationsTotal: 2000,
    conversations: 640,
    waitsFor: 'provider-busy',
  });
  await addHistoryImport(phone, { kind: 'nightly', state: 'complete', changed: 4 });
  return { history, runningHistory };
}
