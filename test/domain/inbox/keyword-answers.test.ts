import { describe, expect, test } from 'vitest';
import { keywordAnswer } from '#domain/inbox/keyword-answers.ts';
import { providerAnswers } from '#domain/inbox/provider-keywords.ts';
import { countSegments } from '#domain/sending/segments.ts';

const firm = { name: 'Alder & Tide', supportContact: '+1 603 555 0100' };

describe('the answer to a keyword', () => {
  test.each(['en', 'es', 'nl', 'fr', 'pt-BR', null])('in %s names the firm', (language) => {
    for (const keyword of ['stop', 'start', 'help'] as const) {
      expect(keywordAnswer(keyword, firm, language)).toContain('Alder & Tide');
    }
  });

  test('is in the language of the person, else in English', () => {
    expect(keywordAnswer('stop', firm, 'nl-BE')).toContain('uitgeschreven');
    expect(keywordAnswer('stop', firm, 'pt')).toContain('unsubscribed');
  });

  test('to STOP says how to come back, and fits one English message', () => {
    const text = keywordAnswer('stop', firm, 'en');
    expect(text).toContain('START');
    expect(countSegments(text).segments).toBe(1);
  });

  test('to HELP says where to ask, also where the firm has set nothing', () => {
    expect(keywordAnswer('help', firm, 'en')).toContain('+1 603 555 0100');
    expect(keywordAnswer('help', { ...firm, supportContact: null }, 'en')).not.toContain('null');
  });
});

test('a provider answers its own words alone, or what it says it has handled', () => {
  expect(providerAnswers(' stop ', null)).toBe(true);
  expect(providerAnswers('STOP PLEASE', null)).toBe(false);
  expect(providerAnswers('baja', null)).toBe(false);
  expect(providerAnswers('baja', 'STOP')).toBe(true);
});
