import { expect, test } from 'vitest';
import { readTags } from '#domain/contacts/tags.ts';

test('tags are parted by semicolons or commas, and each is there once in its first spelling', () => {
  expect(readTags('storm 2024; hot lead;Hot Lead;; ')).toEqual(['storm 2024', 'hot lead']);
  expect(readTags('roof, basement')).toEqual(['roof', 'basement']);
  expect(readTags('Kelly, Murphy; roof')).toEqual(['Kelly, Murphy', 'roof']);
});
