import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settings } from '../../../sandbox/openphone/settings.ts';
import { EVENT_TYPES } from '../../../sandbox/openphone/webhooks/event.ts';

const document = readFileSync(
  join(import.meta.dirname, '../../../docs/providers/openphone.md'),
  'utf8',
);

test('the document names every habit with its default', () => {
  for (const [name, value] of Object.entries(settings.parse({}))) {
    const written = typeof value === 'string' ? `\`${value}\`` : String(value);
    expect(document).toContain(`| \`${name}\` | ${written} |`);
  }
});

test.each(EVENT_TYPES)('the document names the event %s', (type) => {
  expect(document).toContain(type);
});
