import { isAutoReply } from './auto-reply.ts';
import { readKeyword } from './keywords.ts';
import { readsAsOptOut } from './opt-out.ts';

/** What a provider that handles keywords itself has understood. */
export type OptOutType = 'STOP' | 'START' | 'HELP';

/**
 * What an inbound message asks of the product. `stop-phrase` is a stop in ordinary words: as binding,
 * but read by a rule that may be wrong, so a person sees it. `reply` is what a person says, and ends their
 * walks, so a stop that only a person can tell needs no class of its own; `auto-reply` is
 * what their telephone says while they drive or sleep.
 */
export type Meaning = 'stop' | 'stop-phrase' | 'start' | 'help' | 'auto-reply' | 'reply';

export interface Heard {
  body: string;
  optOutType: OptOutType | null;
  /** Whether texts to this person are stopped: only then is a bare "yes" a START. */
  stopped: boolean;
}

export function meaningOf({ body, optOutType, stopped }: Heard): Meaning {
  const keyword = keywordOf(body, optOutType);
  switch (keyword) {
    case 'stop':
    case 'start':
    case 'help':
      return keyword;
    case 'yes':
      return stopped ? 'start' : 'reply';
    case null:
      if (readsAsOptOut(body) === 'opt-out') return 'stop-phrase';
      return isAutoReply(body) ? 'auto-reply' : 'reply';
  }
}

/** How a stop was said, a keyword as such or a request in ordinary words; null where it is none. */
export function stopMatched(meaning: Meaning): 'keyword' | 'phrase' | null {
  if (meaning === 'stop') return 'keyword';
  return meaning === 'stop-phrase' ? 'phrase' : null;
}

/** The keyword as such: what the provider says it is, else the whole message read as one. */
export function keywordOf(
  body: string,
  optOutType: OptOutType | null,
): 'stop' | 'start' | 'help' | 'yes' | null {
  switch (optOutType) {
    case 'STOP':
      return 'stop';
    case 'START':
      return 'start';
    case 'HELP':
      return 'help';
    case null:
      return readKeyword(body);
  }
}
