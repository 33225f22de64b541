import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, readTokens, rgbOf, type Scheme } from '#test/support/contrast.ts';

const sheet = (name: string) =>
  readFileSync(new URL(`../../../web/styles/${name}`, import.meta.url), 'utf8');
const css = sheet('tokens.css') + sheet('channels.css');
const tokens = readTokens(css);

const PAPERS = ['bg', 'surface', 'surface-2'];
const TINTS = ['accent-tint', 'ok-tint', 'warn-tint', 'danger-tint'];
const CHANNELS = ['sms', 'whatsapp', 'email', 'call', 'voicemail', 'note'];

const over = (tops: string[], grounds: string[]) =>
  tops.flatMap((top) => grounds.map((ground) => [top, ground] as const));

const WORDS = [
  ...over(['text', 'text-muted'], [...PAPERS, 'surface-3', ...TINTS]),
  ...over(['accent', 'ok', 'warn', 'danger'], PAPERS),
  ...['accent', 'ok', 'warn', 'danger'].map((state) => [state, `${state}-tint`] as const),
  ...over(['on-accent'], ['accent-fill', 'accent-fill-hover', 'danger-fill']),
  ['bg', 'text'] as const,
  ['text', 'accent-soft'] as const,
];
const DRAWINGS = [
  ...over(['edge', 'thread', 'thread-next', 'focus', 'accent'], ['bg', 'surface']),
  ...over(['edge', 'focus'], ['surface-2']),
  ...over(['ok-mark', 'warn-mark', 'danger-mark'], ['bg', 'surface']),
];

function ratio(top: string, ground: string, scheme: Scheme, hue = 0): number {
  const colour = (name: string) => {
    const token = tokens.get(`--${name}`);
    if (!token) throw new Error(`There is no colour --${name}`);
    return rgbOf(token[scheme], hue);
  };
  return contrast(colour(top), colour(ground));
}

const hueOf = (channel: string) => Number(new RegExp(`--hue-${channel}: (\\d+)`).exec(css)?.[1]);

describe.each(['light', 'dark'] as const)('the %s theme', (scheme) => {
  it.each(WORDS)('words in %s can be read on %s', (top, ground) => {
    expect(ratio(top, ground, scheme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(over(CHANNELS, ['ch-tint', ...PAPERS]))(
    'the word %s can be read on %s',
    (channel, ground) => {
      expect(ratio('ch', ground, scheme, hueOf(channel))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(DRAWINGS)('lines in %s can be seen on %s', (top, ground) => {
    expect(ratio(top, ground, scheme)).toBeGreaterThanOrEqual(3);
  });
});
