import { describe, expect, test } from 'vitest';
import { meaningOf } from '#domain/inbox/meaning.ts';

const meaning = (body: string, stopped = false) => meaningOf({ body, optOutType: null, stopped });

describe('a message means', () => {
  test.each([
    ['STOP', 'stop'],
    ['start', 'start'],
    ['Help!', 'help'],
    ['please take me off your list', 'stop-phrase'],
    ["I'm driving with Do Not Disturb While Driving turned on.", 'auto-reply'],
    ['Automatic reply: I am out of office until Monday', 'auto-reply'],
    ['Je suis au volant, je vous rappelle', 'auto-reply'],
    ['I drive there on Monday, is that fine?', 'reply'],
    ['stop by tomorrow at 5', 'reply'],
    ['', 'reply'],
  ])('%s: %s', (body, expected) => {
    expect(meaning(body)).toBe(expected);
  });

  test('a bare yes is a START only of somebody who had stopped', () => {
    expect(meaning('yes')).toBe('reply');
    expect(meaning('Yes', true)).toBe('start');
  });

  test('what the provider has understood comes before our own reading', () => {
    expect(meaningOf({ body: 'no mas', optOutType: 'STOP', stopped: false })).toBe('stop');
  });
});
