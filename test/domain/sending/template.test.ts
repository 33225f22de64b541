import { describe, expect, test } from 'vitest';
import { fieldKey, mergeFacts } from '#domain/sending/merge-fields.ts';
import {
  fieldsUsed,
  fieldsWithoutFallback,
  longestText,
  renderText,
} from '#domain/sending/template.ts';

const ruth = mergeFacts({
  contact: { firstName: 'Ruth', lastName: 'Halloran', company: null, city: 'Kittery' },
  custom: { 'Last Job': 'October', 'Job Value': '$350' },
  firm: 'Alder & Tide',
  agent: 'Maren',
});
const nobody = mergeFacts({ contact: {}, firm: 'Alder & Tide', agent: 'Maren' });

const filled = (text: string, facts = ruth) => {
  const rendered = renderText(text, facts);
  return rendered.kind === 'text' ? rendered.text : rendered;
};

describe('filling a text', () => {
  test('both forms of a field are filled', () => {
    expect(filled('Hi {first_name|there}, {{ agent }} at {firm}.')).toBe(
      'Hi Ruth, Maren at Alder & Tide.',
    );
  });

  test.each([
    ['{naam}', 'Ruth Halloran'],
    ['{voornaam}', 'Ruth'],
    ['{prénom}', 'Ruth'],
    ['{prenom}', 'Ruth'],
    ['{nombre}', 'Ruth'],
    ['{Firstname}', 'Ruth'],
    ['{ firstName }', 'Ruth'],
    ['{apellidos}', 'Halloran'],
    ['{ciudad}', 'Kittery'],
    ['{ville}', 'Kittery'],
    ['{Job Value}', '$350'],
    ['{{ job_value }}', '$350'],
    ['{{ prénom }}', 'Ruth'],
  ])('%s is understood', (text, expected) => {
    expect(filled(text)).toBe(expected);
  });

  test('a blank field takes its fallback, also one with quotes and backslashes', () => {
    expect(filled('Hi {naam|you "there" \\ all}.', nobody)).toBe('Hi you "there" \\ all.');
    expect(filled('Hi {{ first_name | default: "there" }}.', nobody)).toBe('Hi there.');
    expect(filled('Dear {{ company | default: last_name | default: "friend" }}')).toBe(
      'Dear Halloran',
    );
  });

  test('a blank field without fallback sends nothing and is named', () => {
    expect(renderText('Hi {first_name}, from {company} {first_name}', nobody)).toEqual({
      kind: 'missing',
      fields: ['first_name', 'company'],
    });
  });

  test('an empty fallback is no fallback', () => {
    expect(renderText('Hi {first_name|}', nobody)).toEqual({
      kind: 'missing',
      fields: ['first_name'],
    });
  });

  test('blanks collapse, control characters go, line breaks stay', () => {
    expect(filled('  Hi\u00A0 \t{first_name} \r\n\n\n\n see\u0007you ')).toBe('Hi Ruth\n\nseeyou');
  });

  test('filters that shape a word are there', () => {
    expect(filled('{{ city | upcase }} {{ "x" }}')).toMatchObject({ code: 'expression' });
    expect(filled('{{ city | upcase }}')).toBe('KITTERY');
    expect(filled('{{ agent | downcase | capitalize }}')).toBe('Maren');
  });
});

describe("a contact's own fields", () => {
  test.each([
    [{ type: 'text', value: 'slate' }, 'en-US', 'slate'],
    [{ type: 'date', value: '2026-03-08' }, 'en-US', 'March 8, 2026'],
    [{ type: 'date', value: '2026-03-08' }, 'nl-BE', '8 maart 2026'],
    [{ type: 'money', value: { cents: 125_000, currency: 'USD' } }, 'en-US', '$1,250.00'],
    [{ type: 'money', value: { cents: 35_000, currency: null } }, 'en-US', '350'],
    ['plain', 'en-US', 'plain'],
    [7, 'en-US', '7'],
    [{ type: 'date', value: 'soon' }, 'en-US', 'none'],
    [{ anything: 1 }, 'en-US', 'none'],
    [null, 'en-US', 'none'],
  ])('%j reads in %s as %s', (value, locale, expected) => {
    const facts = mergeFacts({
      contact: {},
      custom: { 'Last Job': value },
      firm: '',
      agent: '',
      locale,
    });
    expect(filled('{last_job|none}', facts)).toBe(expected);
  });
});

describe('names as people write them', () => {
  test.each([
    ['RUTH', 'Ruth'],
    ['jean-luc', 'Jean-Luc'],
    ["o'brien", "O'Brien"],
    ['VAN DEN BERG', 'Van Den Berg'],
    ['McKay', 'McKay'],
    ['van der Berg', 'van der Berg'],
    ['JP', 'JP'],
    ['J.', 'J.'],
    ['ED', 'Ed'],
    ['élodie', 'Élodie'],
  ])('%s is written %s', (given, written) => {
    expect(filled('{first_name}', { first_name: given })).toBe(written);
  });

  test('only names are rewritten', () => {
    expect(filled('{company}', { company: 'IKEA' })).toBe('IKEA');
  });
});

describe('what nobody may get', () => {
  test.each(['{{name}}', '[[first]]', 'null', 'undefined', 'N/A', '{first}', '  ', '\u200B'])(
    'a name that reads %j counts as blank',
    (value) => {
      expect(filled('Hi {first_name|there}', { first_name: value })).toBe('Hi there');
    },
  );

  test.each([
    ['', 'empty'],
    ['   \n ', 'empty'],
    ['Hi {first_name', 'syntax'],
    ['Hi first_name}', 'syntax'],
    ['Hi {}', 'syntax'],
    ['Hi {{ }}', 'syntax'],
    ['Hi {{first_name}}}', 'syntax'],
    ['{% include "x" %}', 'tag'],
    ['{%raw%}{{a}}{%endraw%}', 'tag'],
    ['{{ (1..999999999) }}', 'expression'],
    ['{{ first_name | default: (1..99999999) }}', 'expression'],
    ['{{ first_name.length }}', 'expression'],
    ['{{ first_name or city }}', 'expression'],
    ['{{ first_name | split: "" }}', 'filter'],
    ['Hi [[name]]', 'leftover'],
    ['<% name %>', 'leftover'],
    ['x'.repeat(longestText + 1), 'too-long'],
  ])('%j is broken: %s', (text, code) => {
    expect(renderText(text, ruth)).toMatchObject({ kind: 'broken', code });
  });

  test('nothing but the fields of the person is reachable', () => {
    expect(renderText('{constructor}', ruth)).toEqual({ kind: 'missing', fields: ['constructor'] });
    expect(renderText('{{ __proto__ }}', ruth)).toMatchObject({ kind: 'missing' });
  });
});

describe('fields of a text', () => {
  test('each is named once, by its canonical key', () => {
    expect(fieldsUsed('{naam} {{ name }} {{ company | default: city }} {Job Value|x}')).toEqual([
      'name',
      'company',
      'city',
      'job_value',
    ]);
  });

  test('those without fallback are told apart', () => {
    expect(fieldsWithoutFallback('{naam} {city|here} {{ company | default: region }}')).toEqual([
      'name',
      'company',
    ]);
  });

  test('labels become keys', () => {
    expect(['Job Value', 'jobValue', 'Prénom ', 'Ça-va?'].map(fieldKey)).toEqual([
      'job_value',
      'job_value',
      'prenom',
      'ca_va',
    ]);
  });
});
