import type { Twilio } from 'twilio';
import type { MessageInstance } from 'twilio/lib/rest/api/v2010/account/message.js';
import type { Listed, ListedFile } from '#domain/twilio/listed.ts';

const pageSize = 1000; // the most that Twilio gives

/** A page as the package gives it, as far as it is needed. */
interface ListPage {
  instances: MessageInstance[];
  nextPage: () => Promise<ListPage> | undefined;
}

/** All messages of the account since an instant, newest first, page by page. */
export async function* listedSince(client: Twilio, since: Date): AsyncGenerator<Listed[]> {
  let page: ListPage = await client.messages.page({ dateSentAfter: since, pageSize });
  for (;;) {
    yield page.instances.map(listedOf);
    const next = await page.nextPage();
    if (!next) return;
    page = next;
  }
}

/** The files of one message, where they lie at Twilio. */
export async function filesOf(client: Twilio, sid: string): Promise<ListedFile[]> {
  const files = await client.messages(sid).media.list({ limit: 10 });
  return files.map(({ uri, contentType }) => ({
    url: `https://api.twilio.com${uri.replace(/\.json$/, '')}`,
    contentType,
  }));
}

const listedOf = (message: MessageInstance): Listed => ({
  sid: message.sid,
  direction: message.direction === 'inbound' ? 'in' : 'out',
  from: message.from,
  to: message.to,
  body: message.body,
  status: message.status,
  createdAt: message.dateCreated,
  updatedAt: message.dateUpdated,
  errorCode: message.errorCode,
  segments: message.numSegments,
  price: message.price,
  files: Number(message.numMedia) || 0,
});
