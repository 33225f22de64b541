// Contrast as WCAG 2 counts it, over the tokens of the style sheets (OKLCH in light-dark()).
type Rgb = [number, number, number];
export type Scheme = 'light' | 'dark';

/** Reads `--name: light-dark(oklch(…), oklch(…))` and plain `oklch(…)` out of sheets. */
export function readTokens(css: string): Map<string, Record<Scheme, string>> {
  const tokens = new Map<string, Record<Scheme, string>>();
  for (const [, name = '', value = ''] of css.matchAll(/(--[\w-]+):\s*([^;]+);/g)) {
    const colours = value.replaceAll(/\s+/g, ' ').match(/oklch\((?:[^()]|\([^()]*\))*\)/g);
    const [light, dark = light] = colours ?? [];
    if (light && dark && !tokens.has(name)) tokens.set(name, { light, dark });
  }
  return tokens;
}

/** @param hue what `var(--h)` stands for, for the colours of a channel */
export function rgbOf(oklch: string, hue = 0): Rgb {
  const [l = 0, c = 0, h = 0] = oklch
    .replace(/var\(--h\)/, String(hue))
    .replace(/^oklch\(|\)$/g, '')
    .split(/[\s/]+/)
    .map(Number);
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const L = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const M = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const S = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * L - 3.3077115913 * M + 0.2309699292 * S,
    -1.2684380046 * L + 2.6097574011 * M - 0.3413193965 * S,
    -0.0041960863 * L - 0.7034186147 * M + 1.707614701 * S,
  ].map((channel) => Math.min(Math.max(channel, 0), 1)) as Rgb;
}

/** Linear light in, so no gamma is needed. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
