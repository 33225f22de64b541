import type { BlobStore } from '../blobs.ts';
import { workspaceNow } from '../clock.ts';
import { addInteraction, conversationOf } from '../conversations.ts';
import { markRead } from '../inbox/read.ts';
import type { Db } from '../orm.ts';
import { run, sql } from '../sql.ts';
import type { Exchange, Line } from './exchange.ts';
import { addFile } from './file-rows.ts';
import type { SeededContact } from './people-rows.ts';
import { gutterPicture } from './picture.ts';

export interface SeededConversation {
  id: string;
  contactId: string;
  phone: string;
}

interface Desk {
  workspaceId: string;
  /** Ids of the users who write, by the name that the exchanges use. */
  authors: Readonly<Record<string, string>>;
  senderId: string;
  accountId: string;
  blobs?: BlobStore | undefined;
}

/** Writes conversations as they were held, through the same function as the product. */
export async function addExchanges(
  em: Db,
  desk: Desk,
  contacts: readonly SeededContact[],
  exchanges: readonly Exchange[],
): Promise<SeededConversation[]> {
  const now = await workspaceNow(em, desk.workspaceId);
  const made: SeededConversation[] = [];
  for (const exchange of exchanges) {
    const contact = contacts.find(({ phone }) => phone === exchange.phone);
    if (!contact) throw new Error(`Nobody in the world has the number ${exchange.phone}.`);
    const { workspaceId } = desk;
    const id = await conversationOf(em, { workspaceId, contactId: contact.id, at: now });
    for (const line of exchange.lines) await addLine(em, desk, { id, contact, line, now });
    await assign(em, desk, id, exchange);
    made.push({ id, contactId: contact.id, phone: contact.phone });
  }
  return made;
}

interface Said {
  id: string;
  contact: SeededContact;
  line: Line;
  now: Date;
}

async function addLine(em: Db, desk: Desk, { id, contact, line, now }: Said): Promise<void> {
  const isNote = line.kind === 'note';
  const interactionId = await addInteraction(em, {
    workspaceId: desk.workspaceId,
    conversationId: id,
    contactId: contact.id,
    kind: isNote ? 'note' : 'message',
    channel: isNote ? null : 'sms',
    direction: isNote ? null : line.kind,
    body: line.text,
    at: new Date(now.getTime() - line.ago * 60_000),
    addressId: isNote ? null : contact.addressId,
    senderId: isNote ? null : desk.senderId,
    authorId: line.kind === 'in' ? null : (desk.authors[line.by] ?? null),
    state: stateOf(line),
  });
  const author = line.kind === 'out' ? desk.authors[line.by] : undefined;
  if (author && interactionId) {
    // Whoever answered has read what they answered.
    const reader = { workspaceId: desk.workspaceId, userId: author };
    await markRead(em, reader, { conversationId: id, seenId: interactionId });
  }
  if (line.kind === 'in' && line.picture && interactionId) {
    await addPicture(em, desk, interactionId);
  }
}

function stateOf(line: Line): string | null {
  switch (line.kind) {
    case 'in':
      return 'received';
    case 'out':
      return line.state ?? 'delivered';
    case 'note':
      return null;
  }
}

async function addPicture(em: Db, desk: Desk, interactionId: string): Promise<void> {
  const { workspaceId, blobs } = desk;
  if (!blobs) return;
  const { png: bytes, ...size } = gutterPicture();
  const picture = { contentType: 'image/png', name: 'gutter.png', bytes, ...size };
  await addFile(em, blobs, { workspaceId, interactionId, ...picture });
}

async function assign(
  em: Db,
  desk: Desk,
  id: string,
  { assignee, closed }: Exchange,
): Promise<void> {
  await run(
    em,
    sql`update conversation set assignee_id = ${assignee ? (desk.authors[assignee] ?? null) : null},
        state = case when ${closed ?? false} then 'done' else state end,
        failed_sends = (select count(*) from interaction i where i.workspace_id = conversation.workspace_id
          and i.conversation_id = conversation.id and i.state = 'undelivered')
      where workspace_id = ${desk.workspaceId} and id = ${id}`,
  );
}
