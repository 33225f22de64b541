import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');

const sources = (folder: string, endings: string[]) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .map((file) => path.join(folder, file));

const PAGES = [...sources('web', ['.tsx', '.ts']), ...sources('server', ['.tsx', '.ts'])];

function linesWith(files: string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    readFileSync(path.join(ROOT, file), 'utf8')
      .split('\n')
      .flatMap((line, i) =>
        pattern.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line)
          ? [`${file}:${i + 1} ${line.trim()}`]
          : [],
      ),
  );
}

/** What our policy of scripts and styles forbids fails silently in a browser, so it is found here. */
describe('no page', () => {
  it.each([
    ['runs code from an attribute (hx-on)', /hx-on[:-]/],
    ['sends values computed by a script (js:)', /['"`{]js:/],
    ['filters a trigger by an expression', /trigger: ['"`][^'"`]*\[|hx-trigger="[^"]*\[/],
    ['listens on body, where events of deleted elements do not arrive', /from:body/],
    ['has a style of its own outside the sheets', /\sstyle=[{"']/],
    [
      'names an element of its own hx-..., which htmx takes for a template',
      /<hx-(?!partial)|define\(['"`]hx-/,
    ],
    ['has a script of its own outside the assets', /<script(?! src=)/],
    [
      'names htmx attributes by hand where hx() has them',
      /\shx-(get|post|put|patch|delete|trigger|vals)=/,
    ],
  ])('%s', (_, pattern) => {
    const own = PAGES.filter((file) => file !== path.join('web', 'hx.ts'));
    expect(linesWith(own, pattern)).toEqual([]);
  });
});

describe('scripts', () => {
  it('hold no sentence of their own: words come from the page', () => {
    const scripts = sources('web/assets/js', ['.js']);
    expect(scripts.length).toBeGreaterThan(5);
    expect(linesWith(scripts, /(textContent|innerText|title) = ['"`][A-Za-z]/)).toEqual([]);
  });
});
