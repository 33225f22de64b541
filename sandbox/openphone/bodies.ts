import type { CallRecord, ContactRecord, MessageRecord, Recording, Voicemail } from './records.ts';
import type { OwnNumber, User } from './seed/firm.ts';
import { asSomebodyWroteIt } from './seed/people.ts';
import type { Conversation, Workspace } from './workspace.ts';

/** The answers of the API, field by field as its specification has them. */

const UNRESTRICTED = { CA: 'unrestricted', US: 'unrestricted', Intl: 'restricted' } as const;

export function numberBody(workspace: Workspace, number: OwnNumber): object {
  const at = iso(workspace.seed.endsAt - 900 * 86_400_000);
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number.number) ?? [];
  return {
    id: number.id,
    groupId: number.groupId,
    portRequestId: null,
    formattedNumber: `(${area}) ${exchange}-${line}`,
    forward: null,
    name: number.name,
    number: number.number,
    portingStatus: null,
    symbol: number.symbol,
    users: number.userIds.map((id) => {
      const { email, firstName, lastName, role } = workspace.users.find((one) => one.id === id)!;
      return { id, email, firstName, lastName, role, groupId: number.groupId };
    }),
    createdAt: at,
    updatedAt: at,
    restrictions: { messaging: UNRESTRICTED, calling: UNRESTRICTED },
  };
}

export function userBody(workspace: Workspace, user: User): object {
  const at = iso(workspace.seed.endsAt - 900 * 86_400_000);
  return { ...user, pictureUrl: null, createdAt: at, updatedAt: at };
}

export function conversationBody(conversation: Conversation, isLoose: boolean): object {
  return {
    id: conversation.id,
    phoneNumberId: conversation.phoneNumberId,
    name: null,
    participants: conversation.participants.map((number) => written(number, isLoose)),
    assignedTo: null,
    mutedUntil: null,
    snoozedUntil: null,
    lastActivityAt: conversation.lastActivityId ? iso(conversation.updatedAt) : null,
    lastActivityId: conversation.lastActivityId,
    createdAt: iso(conversation.createdAt),
    updatedAt: iso(conversation.updatedAt),
    deletedAt: conversation.deletedAt ? iso(conversation.deletedAt) : null,
  };
}

/** No media: of pictures only webhooks tell. */
export function messageBody(message: MessageRecord, isLoose: boolean): object {
  return {
    id: message.id,
    to: message.to.map((number) => written(number, isLoose)),
    from: written(message.from, isLoose),
    text: message.text,
    phoneNumberId: message.phoneNumberId,
    conversationId: message.conversationId,
    direction: message.direction,
    userId: message.userId,
    status: message.status,
    createdAt: iso(message.createdAt),
    updatedAt: iso(message.updatedAt),
  };
}

/** Who called stands first among the participants, who was called second. */
export function callBody(call: CallRecord, ourNumber: string): object {
  const isIncoming = call.direction === 'incoming';
  return {
    id: call.id,
    phoneNumberId: call.phoneNumberId,
    userId: call.userId,
    direction: call.direction,
    status: call.status,
    participants: isIncoming ? [call.participant, ourNumber] : [ourNumber, call.participant],
    initiatedBy: isIncoming ? null : call.userId,
    answeredBy: isIncoming && call.answeredAt ? call.userId : null,
    answeredAt: isoOrNull(call.answeredAt),
    completedAt: isoOrNull(call.completedAt),
    createdAt: iso(call.createdAt),
    updatedAt: iso(call.completedAt ?? call.createdAt),
    duration: call.duration,
    forwardedFrom: call.forwardedFrom,
    forwardedTo: call.forwardedTo,
  };
}

export function recordingBody(recording: Recording, url: string | null): object {
  return {
    id: recording.id,
    duration: recording.duration,
    startTime: iso(recording.startTime),
    status: recording.status,
    type: url ? 'audio/mpeg' : null,
    url,
  };
}

export function summaryBody(call: CallRecord): object | undefined {
  const { summary } = call.parts;
  if (!summary) return undefined;
  const jobs = summary.jobs?.map(({ icon, name, data }) => ({ icon, name, result: { data } }));
  return { callId: call.id, ...summary, jobs: jobs ?? null };
}

export function transcriptBody(call: CallRecord): object | undefined {
  const { transcript } = call.parts;
  return transcript && { callId: call.id, ...transcript, createdAt: iso(transcript.createdAt) };
}

export function voicemailBody(voicemail: Voicemail, url: string | null): object {
  const { id, duration, transcript, status } = voicemail;
  return { id, duration, transcript, recordingUrl: url, status };
}

export function contactBody(contact: ContactRecord): object {
  const { firstName, lastName, company, role, emails, phoneNumbers } = contact;
  return {
    id: contact.id,
    externalId: contact.externalId,
    source: contact.source,
    sourceUrl: contact.sourceUrl,
    defaultFields: {
      firstName,
      lastName,
      company,
      role,
      emails: emails.map((one, i) => ({ ...one, id: `${contact.id}e${i}` })),
      phoneNumbers: phoneNumbers.map((one, i) => ({ ...one, id: `${contact.id}p${i}` })),
    },
    customFields: [],
    createdByUserId: contact.createdByUserId,
    createdAt: iso(contact.createdAt),
    updatedAt: iso(contact.updatedAt),
  };
}

/** One number in seven is written by hand, always the same one in the same way. */
function written(number: string, isLoose: boolean): string {
  const hand = Number(number.slice(-6)) + Number(number.slice(2, 5));
  return isLoose && hand % 7 === 0 ? asSomebodyWroteIt(number, hand / 7) : number;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at);
}
