import { bareWords } from './keywords.ts';

/** Whether a telephone or mailbox wrote this by itself. Such a message ends no walk. */
export function isAutoReply(body: string): boolean {
  const text = bareWords(body).join(' ');
  return (
    starts.some((start) => text.startsWith(start)) || says.some((words) => text.includes(words))
  );
}

/** In four languages, with all signs and accents taken away. */
const starts = [
  'auto reply',
  'autoreply',
  'automatic reply',
  'auto response',
  'automated response',
  'out of office',
  'this is an automated',
  'this is an automatic',
  'im driving',
  'i am driving',
  'im not receiving notifications',
  'respuesta automatica',
  'estoy conduciendo',
  'automatisch antwoord',
  'automatisch bericht',
  'ik ben aan het rijden',
  'afwezigheidsbericht',
  'reponse automatique',
  'message automatique',
  'je suis au volant',
];

const says = [
  'do not disturb while driving',
  'driving focus turned on',
  'sent automatically',
  'notifications silenced',
];
