import { foundField } from './message.ts';

/** A message as Twilio's list tells it, whoever wrote it. */
export interface Listed {
  sid: string;
  direction: 'in' | 'out';
  from: string;
  to: string;
  body: string;
  status: string;
  createdAt: Date;
  updatedAt: Date;
  errorCode: number | null;
  /** As the provider writes them. */
  segments: string;
  price: string | null;
  files: number;
}

export interface ListedFile {
  url: string;
  contentType: string;
}

/** Its instants are whole seconds: what was said within one counts as said at its end. */
export const writtenAt = ({ createdAt }: Pick<Listed, 'createdAt'>): Date =>
  new Date(createdAt.getTime() + 999);

/** The form that the webhook of a text would have been, with the instant at which it was written. */
export function formOfText(
  accountSid: string,
  listed: Listed,
  files: readonly ListedFile[],
): string {
  const form = new URLSearchParams({
    MessageSid: listed.sid,
    AccountSid: accountSid,
    From: listed.from,
    To: listed.to,
    Body: listed.body,
    SmsStatus: listed.status,
    NumSegments: listed.segments,
    NumMedia: String(files.length),
    [foundField]: writtenAt(listed).toISOString(),
  });
  for (const [i, { url, contentType }] of files.entries()) {
    form.set(`MediaUrl${i}`, url);
    form.set(`MediaContentType${i}`, contentType);
  }
  return form.toString();
}

/** The form that the callback of how far a message came would have been. */
export function formOfStatus(accountSid: string, listed: Listed): string {
  const form = new URLSearchParams({
    MessageSid: listed.sid,
    AccountSid: accountSid,
    MessageStatus: listed.status,
    NumSegments: listed.segments,
  });
  if (listed.errorCode) form.set('ErrorCode', String(listed.errorCode));
  if (listed.price) form.set('Price', listed.price);
  return form.toString();
}
