import { describe, expect, test } from 'vitest';
import {
  columnTargets,
  columnUse,
  columnUseText,
  guessMapping,
  mappingProblems,
} from '#domain/imports/columns.ts';
import { bookHeader, openBook } from './book.ts';

const guessed = (header: string, ...rows: string[]) =>
  guessMapping(
    header.split('|'),
    rows.map((row) => row.split('|')),
    'US',
  ).map(columnUseText);

describe('the mapping of columns', () => {
  test('of the book is guessed whole', async () => {
    const { mapping } = await openBook();
    expect(
      Object.fromEntries(mapping.map((use, at) => [bookHeader[at], columnUseText(use)])),
    ).toEqual({
      'First Name': 'first-name',
      'Last Name': 'last-name',
      Company: 'company',
      'Mobile Phone': 'mobile',
      'Other Phone': 'other-phone',
      'Email Address': 'email',
      Street: 'street',
      City: 'city',
      'State/Province': 'region',
      ZIP: 'postal-code',
      Country: 'country',
      'Time Zone': 'time-zone',
      Tags: 'tags',
      'Last Job': 'custom:last_job:date',
      'Job Value': 'custom:job_value:money',
      'Consent (SMS)': 'consent',
      'Consent Date': 'consent-date',
      Notes: 'notes',
      Created: 'created',
    });
  });

  test.each([
    [
      'Voornaam|Achternaam|GSM-nummer|E-mailadres|Postcode|Gemeente|Taal',
      ['first-name', 'last-name', 'mobile', 'email', 'postal-code', 'city', 'language'],
    ],
    [
      'Prénom|Nom de famille|Téléphone portable|Courriel|Code postal|Ville|Pays',
      ['first-name', 'last-name', 'mobile', 'email', 'postal-code', 'city', 'country'],
    ],
    [
      'Nombre|Apellidos|Celular|Correo electrónico|C.P.|Ciudad|Etiquetas',
      ['first-name', 'last-name', 'mobile', 'email', 'postal-code', 'city', 'tags'],
    ],
  ])('%s is understood', (header, uses) => {
    expect(guessed(header)).toEqual(uses);
  });

  test('gives the mobile to the column that says so, and a mere phone the rest', () => {
    expect(guessed('Phone|Mobile')).toEqual(['other-phone', 'mobile']);
    expect(guessed('Name|Phone')).toEqual(['full-name', 'mobile']);
  });

  test('goes by the cells where a header says nothing', () => {
    const rows = [
      'dana@mail.example.com|(603) 555-0140|3/1/2024|$1,200|slate',
      'sal@mail.example.com|603-555-0141|TBD|$90|tin',
    ];
    expect(
      guessed('a|b|c|d|e', ...rows, ...rows.map((row) => row.replace('TBD', '4/1/2024'))),
    ).toEqual(['email', 'mobile', 'custom:c:date', 'custom:d:money', 'custom:e:text']);
  });

  test('gives every column a key of its own, and leaves empty ones out', () => {
    expect(guessed('Roof|roof!||', 'a|b|c|')).toEqual([
      'custom:roof:text',
      'custom:roof_2:text',
      'custom:column_3:text',
      'nothing',
    ]);
  });

  test('must have a column to write to', () => {
    expect(mappingProblems(guessMapping(['First name', 'City'], [], 'US'))).toEqual([
      'no-address-column',
    ]);
    expect(mappingProblems(guessMapping(['Email'], [], 'US'))).toEqual([]);
    const twice = { to: 'custom', key: 'roof', type: 'text' } as const;
    expect(mappingProblems([{ to: 'target', target: 'email' }, twice, twice])).toEqual([
      'repeated-key',
    ]);
  });

  test('goes through a form and back', () => {
    const texts = [...columnTargets, 'custom:last_job:date', 'nothing'];
    expect(texts.map((text) => columnUseText(columnUse(text)!))).toEqual(texts);
    expect(['', 'custom::text', 'custom:a:blob', '__proto__'].map(columnUse)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
