import type { PastTurn } from '#domain/history/exchange.ts';
import type { BlobStore } from '../../blobs.ts';
import { workspaceNow } from '../../clock.ts';
import { addInteraction, conversationOf } from '../../conversations.ts';
import type { Db } from '../../orm.ts';
import type { AlderAndTide } from '../alder-and-tide/firm.ts';
import { addCall } from '../call-rows.ts';
import { addFile } from '../file-rows.ts';
import { gutterPicture } from '../picture.ts';

const ruth = '+16035550102';
const nadia = '+16035550104';
const hannah = '+16035550106';
const colleen = '+16035550108';

/** What was said on the firm's telephone: a call, a missed one, a voicemail, a group, pictures. */
export async function addTelephone(em: Db, firm: AlderAndTide, blobs: BlobStore): Promise<void> {
  const { workspaceId, accountId, contacts } = firm;
  const now = await workspaceNow(em, workspaceId);
  const senderId = firm.senders[0]!.id;
  const line = { workspaceId, accountId, senderId, blobs };
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const who = (phone: string) => contacts.find((contact) => contact.phone === phone)!;

  await addCall(em, line, who(ruth), { ...talk, at: ago(26 * 60), authorId: firm.dana.id });
  await addCall(em, line, who(hannah), {
    direction: 'out',
    status: 'no-answer',
    at: ago(24 * 60),
    authorId: firm.dana.id,
  });
  await addCall(em, line, who(colleen), { direction: 'in', status: 'missed', at: ago(75) });
  await addCall(em, line, who(nadia), {
    direction: 'in',
    status: 'missed',
    at: ago(17),
    voicemail: {
      seconds: 23,
      text: 'Hi, this is Nadia Castellano about the deck. I am at home until four, and on my mobile after that. Cedar would be lovely, but tell me what pine costs as well.',
    },
  });
  await addGroup(em, { workspaceId, senderId, at: ago(3 * 60), sender: firm.senders[0]!.value }, [
    who(colleen),
    who(ruth),
  ]);
  await addPictures(em, { workspaceId, senderId, at: ago(12), blobs }, who(nadia));
}

const turns: PastTurn[] = [
  said(0, 6, ruth, 'Hello, this is Ruth Halloran. You are coming for the deck on Monday?'),
  said(6, 13, null, 'That is right, Ruth. We start at eight, if that is not too early for you.'),
  said(13, 22, ruth, 'Eight is fine. The gate at the side sticks, you have to lift it a little.'),
  said(22, 30, null, 'I will tell the crew. Is there water outside that they could use?'),
  said(30, 39, ruth, 'By the kitchen door. And the dog stays in until you are gone.'),
  said(39, 48, null, 'Perfect. You get a text when they set off. See you on Monday.'),
];

function said(start: number, end: number, number: string | null, text: string): PastTurn {
  return { start, end, text, number, personId: null };
}

const talk = {
  direction: 'in' as const,
  status: 'completed' as const,
  seconds: 48,
  summary: {
    state: 'completed' as const,
    lines: [
      'Ruth confirmed Monday at eight for the deck.',
      'The side gate sticks and must be lifted. Water is by the kitchen door.',
      'The dog stays inside while the crew works.',
    ],
    nextSteps: ['Tell the crew about the gate.', 'Text Ruth when they set off.'],
  },
  transcript: { state: 'completed' as const, turns },
};

interface Moment {
  workspaceId: string;
  senderId: string;
  at: Date;
}

type Person = AlderAndTide['contacts'][number];

async function addGroup(
  em: Db,
  { sender, ...moment }: Moment & { sender: string },
  people: readonly Person[],
): Promise<void> {
  const [first, ...others] = people;
  if (!first) return;
  const { workspaceId, at } = moment;
  const conversationId = await conversationOf(em, { workspaceId, contactId: first.id, at });
  await addInteraction(em, {
    ...moment,
    conversationId,
    contactId: first.id,
    kind: 'message',
    channel: 'sms',
    direction: 'in',
    body: 'Ruth and I share the drive: could the truck stand on the street on Monday?',
    addressId: first.addressId,
    state: 'received',
    detail: { from: first.phone, to: [sender, ...others.map(({ phone }) => phone)] },
  });
}

async function addPictures(
  em: Db,
  { blobs, ...moment }: Moment & { blobs: BlobStore },
  contact: Person,
): Promise<void> {
  const { workspaceId, at } = moment;
  const conversationId = await conversationOf(em, { workspaceId, contactId: contact.id, at });
  const interactionId = await addInteraction(em, {
    ...moment,
    conversationId,
    contactId: contact.id,
    kind: 'message',
    channel: 'sms',
    direction: 'in',
    body: 'This is where it would go, and the gutter above it.',
    addressId: contact.addressId,
    state: 'received',
  });
  const { png: bytes, ...size } = gutterPicture();
  for (const position of interactionId ? [0, 1] : []) {
    await addFile(em, blobs, {
      workspaceId,
      interactionId: interactionId ?? '',
      position,
      contentType: 'image/png',
      name: `deck-${position + 1}.png`,
      bytes,
      ...size,
    });
  }
}
