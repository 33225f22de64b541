import { describe, expect, test } from 'vitest';
import { asksNothing, readInboxSearch } from '#domain/inbox/search.ts';

describe('the search box of the inbox', () => {
  test('takes words as words, in lower case', () => {
    expect(readInboxSearch('Ruth  GUTTERS')).toMatchObject({ words: ['ruth', 'gutters'] });
  });

  test('reads who, where and in which state beside the words', () => {
    expect(
      readInboxSearch('roof is:unread is:done assignee:me channel:sms from:"Ruth Halloran"'),
    ).toEqual({
      words: ['roof'],
      from: ['ruth', 'halloran'],
      is: ['unread', 'done'],
      assignee: 'me',
      channel: 'sms',
    });
  });

  test('keeps a quoted phrase whole', () => {
    expect(readInboxSearch('"storm windows"').words).toEqual(['storm windows']);
  });

  test('takes what looks like a filter and is none for a word', () => {
    expect(readInboxSearch('is:happy http://x.example channel:pigeon').words).toEqual([
      'is:happy',
      'http://x.example',
      'channel:pigeon',
    ]);
  });

  test('asks nothing where nothing was typed', () => {
    expect(asksNothing(readInboxSearch('   '))).toBe(true);
    expect(asksNothing(readInboxSearch('is:unread'))).toBe(false);
  });

  test('reads no more than eight words', () => {
    expect(readInboxSearch('a b c d e f g h i j').words).toHaveLength(8);
  });
});
