import { bareWords } from './keywords.ts';
import { dutch } from './opt-out/dutch.ts';
import { english } from './opt-out/english.ts';
import { french } from './opt-out/french.ts';
import type { OptOutGrammar } from './opt-out/grammar.ts';
import { spanish } from './opt-out/spanish.ts';

const grammars: readonly OptOutGrammar[] = [english, spanish, dutch, french];

/** `opt-out` stops all messages; `ask-a-person` pauses them until somebody has read the text. */
export type OptOutReading = 'opt-out' | 'ask-a-person';

/**
 * Whether somebody asks, in words of their own, not to be written to any more: English, Spanish, Dutch or
 * French, read by verb and object. Null leaves the text to others; it says nothing of a keyword alone.
 */
export function readsAsOptOut(text: string): OptOutReading | null {
  const clauses = clausesOf(text);
  if (clauses.some(asksToStop)) return 'opt-out';
  return soundsFedUp(clauses) ? 'ask-a-person' : null;
}

const asksToStop = (clause: string): boolean =>
  grammars.some(({ asks, denies }) => {
    const asked = asks.some((ask) => ask.test(clause));
    return asked && !denies.test(clause);
  });

/** Words that may be meant for us or for something else: alone, or the last thing that is said. */
function soundsFedUp(clauses: readonly string[]): boolean {
  const last = clauses.at(-1) ?? '';
  return (clauses.length === 1 && alone.test(last)) || (clauses.length > 1 && atLast.test(last));
}

const alone =
  /^(?:(?:ok|just|please|pls|can you|could you|i said|will you) )*(?:stop (?:it|this|that|already|asap)|enough(?: already| is enough)?|go away|piss off|fuck off|basta(?: ya)?|ya basta|no mas|ca suffit|assez|genoeg|hou op|hou hiermee op|stop hiermee|stop ermee|arretez ca|arrete ca|ok stop|just stop)(?: please| now| thanks| por favor| aub| svp)*$/;

const atLast =
  /^(?:please |pls |so |just )*(?:stop|stop it|remove|unsubscribe|alto|arretez)(?: now| please| pls| svp| por favor| aub)*$/;

/** No text message is longer; what people paste into an e-mail may be. */
const longestText = 2000;

const clausesOf = (text: string): string[] =>
  text
    .slice(0, longestText)
    .split(/[.!?¿¡;:,()\n\r…"“”]+/)
    .map((clause) => bareWords(clause).join(' '))
    .filter((clause) => clause !== '');
