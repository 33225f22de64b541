import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Refusals as Twilio words them; the HTTP status goes with the code. */
const REFUSALS = {
  20003: [401, 'Authenticate'],
  20404: [404, 'The requested resource was not found'],
  20429: [429, 'Too Many Requests'],
  20500: [500, 'Internal Server Error'],
  20503: [503, 'Service Unavailable'],
  21211: [400, "Invalid 'To' Phone Number"],
  21266: [400, "'To' and 'From' number cannot be the same"],
  21408: [400, "Permission to send an SMS has not been enabled for the region of the 'To' number"],
  21602: [400, 'Message body is required'],
  21603: [400, "A 'From' phone number is required"],
  21604: [400, "A 'To' phone number is required"],
  21606: [
    400,
    "The 'From' phone number provided is not a valid, message-capable number of this account",
  ],
  21609: [400, "The 'StatusCallback' URL is not valid"],
  21610: [400, 'Attempt to send to unsubscribed recipient'],
  21611: [400, "This 'From' number has exceeded the maximum number of queued messages"],
  21612: [400, "The 'To' phone number is not reachable with this 'From' number"],
  21614: [400, "'To' number is not a valid mobile number"],
  21617: [400, 'The message body exceeds the 1600 character limit'],
  21703: [400, 'The Messaging Service contains no phone numbers'],
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** Answers in the one shape that every Twilio client expects of an error. */
export function refuse(c: Context, code: RefusalCode, message?: string): Response {
  const [status, words] = REFUSALS[code];
  const body = {
    code,
    message: message ?? words,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status,
  };
  return c.json(body, status as ContentfulStatusCode);
}

const FAILURES: Readonly<Record<number, string>> = {
  30001: 'Queue overflow',
  30002: 'Account suspended',
  30003: 'Unreachable destination handset',
  30004: 'Message blocked',
  30005: 'Unknown destination handset',
  30006: 'Landline or unreachable carrier',
  30007: 'Message filtered',
  30008: 'Unknown error',
  30022: 'US A2P 10DLC - Rate Limits Exceeded',
  30034: 'US A2P 10DLC - Message from an Unregistered Number',
  30036: 'Validity Period Expired',
};

/** What Twilio says beside the error code of a message that did not arrive. */
export function failureText(code: number): string {
  return FAILURES[code] ?? 'Unknown error';
}
