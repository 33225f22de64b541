import * as cheerio from 'cheerio';
import { HtmlValidate } from 'html-validate';
import { expect } from 'vitest';
import { MARKS } from '#web/catalogue/rich.ts';

/** A component as the text it becomes. */
export const markup = (part: unknown): string => String(part);

/** A whole page as it is sent. */
export const documentOf = (page: unknown): string => `<!doctype html>${markup(page)}`;

/** The parsed document or fragment, to ask with CSS selectors. */
export const parse = (html: string): cheerio.CheerioAPI =>
  cheerio.load(html, null, html.startsWith('<!doctype'));

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // How hono writes JSX, and what htmx adds to the language.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-inline-style': 'error',
    // Several boxes of one name are a list of choices.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'attr-case': 'off',
    'doctype-style': 'off',
    'require-sri': 'off',
    // `role=list` on lists without bullets: Safari forgets that they are lists.
    'no-redundant-role': 'off',
    // Buttons inside popovers and dialogs are named by their text.
    'prefer-native-element': 'off',
    'tel-non-breaking': 'off',
    // A region that scrolls takes the focus so that arrow keys reach it.
    'no-implicit-button-type': 'error',
  },
});

/** Fails with the place and the rule of each fault. */
export async function expectValidHtml(html: string): Promise<void> {
  const report = await validator.validateString(html);
  const faults = report.results.flatMap((result) =>
    result.messages.map(
      (fault) => `${fault.line}:${fault.column} ${fault.ruleId}: ${fault.message}`,
    ),
  );
  expect(faults).toEqual([]);
}

const SPEAKING = [
  'aria-label',
  'placeholder',
  'title',
  'alt',
  'data-too-large',
  'data-confirm-yes',
  'hx-confirm',
];
const SILENT = 'script, style, code, kbd, .face';

/**
 * Fails on words that did not come from the catalogue. Render the page with `locale: 'xx'` first: what
 * comes from the catalogue or its formats then stands in ⟦brackets⟧.
 * @param data texts that a workspace holds (names, messages, numbers as typed)
 */
export function expectNoLiterals(html: string, data: readonly string[] = []): void {
  expect(literals(html, data)).toEqual([]);
  expect(html).not.toMatch(new RegExp(`[${Object.values(MARKS).join('')}]`));
}

/** The words of a page that are neither from the catalogue nor data. */
function literals(html: string, data: readonly string[] = []): string[] {
  const $ = parse(html);
  const found: string[] = [];
  const judge = (text: string) => {
    const rest = withoutData(withoutBrackets(text), data);
    if (/\p{L}/u.test(rest)) found.push(rest.trim());
  };
  for (const name of SPEAKING) {
    for (const element of $(`[${name}]`)) judge($(element).attr(name) ?? '');
  }
  // Words broken over elements by `<Rich>` belong to one sentence, so the page is read whole.
  $(SILENT).remove();
  judge($('title').text());
  judge($('body').length ? $('body').text() : $.root().text());
  return found;
}

function withoutBrackets(text: string): string {
  let depth = 0;
  let rest = '';
  for (const letter of text) {
    if (letter === '⟦') depth += 1;
    else if (letter === '⟧') depth -= 1;
    else if (depth === 0) rest += letter;
  }
  return rest;
}

const withoutData = (text: string, data: readonly string[]) =>
  [...data]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, known) => rest.replaceAll(known, ' '), text);
