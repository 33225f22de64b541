import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import { account } from '#db/seeds/alder-and-tide/firm.ts';

/** An id as the provider makes them, the same for the same word; PostgreSQL's `md5` gives it too. */
export const messageId = (word: string) => `SM${createHash('md5').update(word).digest('hex')}`;

/** Plays the provider: signs and posts webhooks, over connections that are kept. */
export function playProvider(app: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return { reply, delivered, close: () => agent.destroy() };

  /** A person writes to one of our numbers. @returns the status of our answer */
  function reply(message: { id: string; from: string; to: string; body: string }): Promise<number> {
    const { id, from, to, body } = message;
    return post('messages', { MessageSid: id, From: from, To: to, Body: body });
  }

  /** A message of ours has arrived. @returns the status of our answer */
  function delivered({ id, from, to }: { id: string; from: string; to: string }): Promise<number> {
    return post('status', { MessageSid: id, MessageStatus: 'delivered', From: from, To: to });
  }

  function post(kind: string, told: Record<string, string>): Promise<number> {
    const url = `${app}/webhooks/twilio/${account.key}/${kind}`;
    const fields = { ...told, AccountSid: account.sid };
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Twilio-Signature': twilioWebhooks.getExpectedTwilioSignature(account.token, url, fields),
    };
    return send(agent, { url, headers, body: new URLSearchParams(fields).toString() });
  }
}

interface Post {
  url: string;
  headers: Record<string, string>;
  body: string;
}

function send(agent: Agent, post: Post): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(post.url, { agent, method: 'POST', headers: post.headers });
    call.on('error', (error) => {
      // The other side had closed a kept connection: nothing was said, so it is said once more.
      if (call.reusedSocket) resolve(send(agent, post));
      else reject(error);
    });
    call.on('response', (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    call.end(post.body);
  });
}
