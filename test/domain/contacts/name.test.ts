import { expect, test } from 'vitest';
import { calmed, readFullName, readName } from '#domain/contacts/name.ts';

test.each([
  ['THOMAS', 'MOORE', 'Thomas', 'Moore'],
  ['denise', "o'neil-katz", 'Denise', "O'Neil-Katz"],
  ['Robert ', 'Mu\u006E\u0303oz ', 'Robert', 'Muñoz'],
  ['Charles\u200B', '\u200FBurke', 'Charles', 'Burke'],
  ['Garcia, Brian', '', 'Brian', 'Garcia'],
  ["Miguel O'Neil", '', 'Miguel', "O'Neil"],
  ['José', 'Allen, MD', 'José', 'Allen, MD'],
  ['Christine & Patrick', 'Yazzie', 'Christine & Patrick', 'Yazzie'],
  ['Kimberly 🔨', 'Nelson', 'Kimberly 🔨', 'Nelson'],
  ['=1+1', '{{ contact.email }}', '=1+1', '{{ contact.email }}'],
  ['李', '娜', '李', '娜'],
  ['', '', null, null],
])('"%s" and "%s" are %s and %s', (first, last, firstName, lastName) => {
  expect(readName(first, last)).toEqual({ firstName, lastName });
});

test('one cell with the whole name is parted before its last word, couples are not', () => {
  expect(readFullName('Maria del Carmen Reyes')).toEqual({
    firstName: 'Maria del Carmen',
    lastName: 'Reyes',
  });
  expect(readFullName('Reyes, Maria')).toEqual({ firstName: 'Maria', lastName: 'Reyes' });
  expect(readFullName('Ann & Bob Hill')).toEqual({ firstName: 'Ann & Bob Hill', lastName: null });
});

test('a name in mixed case is how its owner writes it', () => {
  expect(['van der Berg', 'AJ', 'deShawn', '<B>X</B>', 'MCDONALD'].map(calmed)).toEqual([
    'van der Berg',
    'AJ',
    'deShawn',
    '<B>X</B>',
    'McDonald',
  ]);
});
