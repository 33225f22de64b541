import type { OptOutType } from './meaning.ts';

/**
 * Whether a provider that answers keywords has answered this message. It says so itself (OptOutType),
 * or the whole message is a word of its own list: Twilio's is narrower than ours (docs/providers/twilio.md).
 */
export function providerAnswers(body: string, optOutType: OptOutType | null): boolean {
  return optOutType !== null || words.has(body.trim().toUpperCase());
}

const words: ReadonlySet<string> = new Set(
  'STOP STOPALL UNSUBSCRIBE CANCEL END QUIT REVOKE OPTOUT START UNSTOP YES HELP INFO'.split(' '),
);
