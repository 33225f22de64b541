import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import type { Hono } from 'hono';
import { readForm } from '#domain/twilio/form.ts';

export const publicUrl = 'https://app.aldertide.example';
const accountSid = 'AC00000000000000000000000000000001';
export const authToken = 'token-of-the-demo-account';

export interface Posted {
  path?: string;
  fields: Record<string, string>;
  token?: string;
  body?: string;
}

/** Calls a webhook as the provider does: a signed form. */
export async function post(app: Hono, posted: Posted): Promise<Response> {
  const { path = '/webhooks/twilio/demo/messages', fields, token = authToken } = posted;
  const body = posted.body ?? new URLSearchParams(fields).toString();
  return app.request(publicUrl + path, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Twilio-Signature': getExpectedTwilioSignature(token, publicUrl + path, readForm(body)),
    },
    body,
  });
}

let count = 0;

/** The form of a text to us. */
export const text = (body: string, change: Record<string, string> = {}) => ({
  MessageSid: `SM${String((count += 1)).padStart(32, '0')}`,
  AccountSid: accountSid,
  From: '+16035550150',
  To: '+16035550101',
  Body: body,
  NumMedia: '0',
  ...change,
});

/** The form of a status callback. */
export const status = (sid: string, state: string, change: Record<string, string> = {}) => ({
  MessageSid: sid,
  MessageStatus: state,
  AccountSid: accountSid,
  From: '+16035550101',
  To: '+16035550150',
  ...change,
});
