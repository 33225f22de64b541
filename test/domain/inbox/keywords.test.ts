import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readKeyword } from '#domain/inbox/keywords.ts';

const stops =
  'STOP,STOPALL,STOP ALL,UNSUBSCRIBE,CANCEL,END,QUIT,REVOKE,OPTOUT,OPT-OUT,OPT OUT,REMOVE,TD,ARRET,ARRETE,ARRETT,' +
  'Arrêt,ALTO,DETENER,SALIR,PARAR,CANCELAR,BAJA,AFMELDEN,UITSCHRIJVEN,DÉSABONNER';
const keywords = [
  ...stops.split(',').map((word) => [word, 'stop'] as const),
  ...['START', 'UNSTOP'].map((word) => [word, 'start'] as const),
  ...['HELP', 'INFO', 'AYUDA'].map((word) => [word, 'help'] as const),
  ['YES', 'yes'] as const,
];

describe('a message that is a keyword', () => {
  test.each(keywords)('%s means %s', (word, meaning) => {
    expect(readKeyword(word)).toBe(meaning);
  });

  test('means the same in any case, with any punctuation, and with words of politeness', () => {
    const mark = fc.stringMatching(/^[ .!?,;:"'()*~\-\n…¡¿👍🛑]{0,5}$/u);
    const polite = fc.constantFrom('', 'please ', 'Pls ', 'now ', 'thanks, ', 'por favor ', 'svp ');
    const cased = (word: string) =>
      fc.array(fc.boolean(), { minLength: word.length, maxLength: word.length }).map((upper) =>
        word
          .split('')
          .map((letter, at) => (upper[at] ? letter.toUpperCase() : letter.toLowerCase()))
          .join(''),
      );
    const said = fc
      .constantFrom(...keywords)
      .chain(([word, meaning]) =>
        fc
          .tuple(
            mark,
            polite,
            cased(word),
            mark,
            fc.constantFrom('', ' please', ' pls', ' NOW', ' Thank you', ' s’il vous plaît'),
            mark,
          )
          .map((parts) => ({ text: parts.join(''), meaning })),
      );
    fc.assert(
      fc.property(said, ({ text, meaning }) => {
        expect(readKeyword(text)).toBe(meaning);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['STOP STOP', 'stop. STOP! stop', 'ＳＴＯＰ', 'sto\u200Bp', '“Stop”'])(
    '%s is said with emphasis',
    (text) => {
      expect(readKeyword(text)).toBe('stop');
    },
  );
});

test.each([
  'stop by tomorrow at 5',
  'cancel my Tuesday slot',
  'cancel 14:30',
  'the bus stop',
  'end of the week works',
  'no',
  'NO',
  'yes please come at 5',
  'ok stop over',
  'you quit',
  'vous arrêtez',
  'thanks',
  'please',
  '',
  '👍',
  'stop start',
])('"%s" is no keyword', (text) => {
  expect(readKeyword(text)).toBeNull();
});

test('whatever is written can be read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(() => readKeyword(text)).not.toThrow();
    }),
  );
});
