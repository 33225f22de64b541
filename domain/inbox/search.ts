/** What a search in the inbox asks for; absent parts narrow nothing. */
export type InboxSearch = {
  /** Each must occur: in the name, a number, an address, or the text of messages. */
  words: readonly string[];
  /** Words that only the name or number of the person may hold. */
  from: readonly string[];
  is: readonly SearchedState[];
  /** `me`, `nobody`, or the beginning of a name of ours. */
  assignee: string | null;
  channel: string | null;
};

export type SearchedState = 'unread' | 'open' | 'snoozed' | 'done' | 'failed' | 'waiting';

const states: Readonly<Record<string, SearchedState>> = {
  unread: 'unread',
  open: 'open',
  snoozed: 'snoozed',
  done: 'done',
  failed: 'failed',
  undelivered: 'failed',
  waiting: 'waiting',
};

const channels = ['sms', 'whatsapp', 'email', 'call'];
const mostWords = 8;

/**
 * Reads the search box: `ruth gutters is:unread assignee:me channel:sms from:"Ruth Halloran"`.
 * A part in a form that nobody listed is a word like any other.
 */
export function readInboxSearch(text: string): InboxSearch {
  const search = { words: [] as string[], from: [] as string[], is: [] as SearchedState[] };
  const chosen = { assignee: null as string | null, channel: null as string | null };
  for (const [, key = '', quoted, bare = ''] of text.matchAll(/(?:(\w+):)?(?:"([^"]*)"|(\S+))/g)) {
    const value = (quoted ?? bare).toLowerCase();
    const state = states[value];
    if (key === 'is' && state) search.is.push(state);
    else if (key === 'from') search.from.push(...wordsOf(value));
    else if (key === 'assignee') chosen.assignee = value;
    else if (key === 'channel' && channels.includes(value)) chosen.channel = value;
    else search.words.push(key ? `${key.toLowerCase()}:${value}` : value);
  }
  return { ...search, ...chosen, words: search.words.filter(Boolean).slice(0, mostWords) };
}

export function asksNothing({ words, from, is, assignee, channel }: InboxSearch): boolean {
  return [words, from, is].every(({ length }) => length === 0) && !assignee && !channel;
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);
