export type Keyword = 'STOP' | 'START' | 'HELP';

const WORDS: Readonly<Record<string, Keyword>> = {
  STOP: 'STOP',
  STOPALL: 'STOP',
  UNSUBSCRIBE: 'STOP',
  CANCEL: 'STOP',
  END: 'STOP',
  QUIT: 'STOP',
  REVOKE: 'STOP',
  OPTOUT: 'STOP',
  START: 'START',
  UNSTOP: 'START',
  HELP: 'HELP',
  INFO: 'HELP',
};

/**
 * Twilio's default list. The whole message must be the word, in any case; YES re-joins only
 * somebody who had left.
 */
export function keywordIn(body: string, isBlocked: boolean): Keyword | undefined {
  const word = body.trim().toUpperCase();
  return isBlocked && word === 'YES' ? 'START' : WORDS[word];
}

/** What the provider itself texts back where it confirms. */
export const KEYWORD_REPLIES: Readonly<Record<Keyword, string>> = {
  STOP: 'You have been unsubscribed and will get no more messages from this number. Reply START to resubscribe.',
  START:
    'You are subscribed to messages from this number again. Reply HELP for help, STOP to unsubscribe.',
  HELP: 'Reply STOP to unsubscribe. Message and data rates may apply.',
};
