import type { Message } from '../state/message.ts';
import { rfc2822 } from './dates.ts';

/** One picture of a message as Twilio's API describes it. */
export function mediaBody(message: Message, media: string): object {
  return {
    account_sid: message.account,
    content_type: 'image/png',
    date_created: rfc2822(message.acceptedAt),
    date_updated: rfc2822(message.acceptedAt),
    parent_sid: message.sid,
    sid: media,
    uri: `${baseOf(message)}/${media}.json`,
  };
}

/** All pictures that a phone sent with a message; they always fit one page. */
export function mediaPage(message: Message): object {
  const media = message.origin === 'phone' ? message.media : [];
  return {
    end: Math.max(media.length - 1, 0),
    first_page_uri: `${baseOf(message)}.json?PageSize=50&Page=0`,
    media_list: media.map((sid) => mediaBody(message, sid)),
    next_page_uri: null,
    page: 0,
    page_size: 50,
    previous_page_uri: null,
    start: 0,
    uri: `${baseOf(message)}.json`,
  };
}

function baseOf(message: Message): string {
  return `/2010-04-01/Accounts/${message.account}/Messages/${message.sid}/Media`;
}
