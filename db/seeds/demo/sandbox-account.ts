import { setTimeout as pause } from 'node:timers/promises';
import { account } from '../alder-and-tide/firm.ts';

const attempts = 40;
const pauseMs = 500;

/**
 * Makes the account and its numbers known to the sandbox; a repetition changes nothing.
 * @throws when the sandbox does not answer for twenty seconds, or refuses
 */
export async function registerWithSandbox(sandboxUrl: string): Promise<void> {
  const answer = await reach(`${sandboxUrl}/sandbox/accounts`, {
    sid: account.sid,
    token: account.token,
    webhook: {
      messages: `/webhooks/twilio/${account.key}/messages`,
      status: `/webhooks/twilio/${account.key}/status`,
    },
    numbers: account.senders.map(({ value, ratePerSecond }) => ({
      number: value,
      confirms: 'us',
      ratePerSecond,
    })),
  });
  if (!answer.ok) {
    throw new Error(
      `The sandbox did not take the account: ${answer.status} ${await answer.text()}`,
    );
  }
}

async function reach(url: string, body: unknown, attempt = 1): Promise<Response> {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  try {
    return await fetch(url, request);
  } catch (cause) {
    if (attempt === attempts) throw new Error(`The sandbox at ${url} does not answer.`, { cause });
    await pause(pauseMs);
    return reach(url, body, attempt + 1);
  }
}
