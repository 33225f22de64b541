import type { Child } from 'hono/jsx';
import { MARKS } from '../catalogue/rich.ts';

/**
 * A sentence of the catalogue whose marks become elements.
 * @param href where `link()` words lead, in their order
 */
export const Rich = ({ text, href = [] }: { text: string; href?: string | readonly string[] }) => {
  const ways = typeof href === 'string' ? [href] : [...href];
  return <>{pieces(text).map((piece) => element(piece, ways))}</>;
};

interface Piece {
  mark: string | undefined;
  text: string;
}

function pieces(text: string): Piece[] {
  const { strong, link, quiet, end } = MARKS;
  const marked = new RegExp(`([${strong}${link}${quiet}])([^${end}]*)${end}`, 'g');
  const out: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(marked)) {
    out.push({ mark: undefined, text: text.slice(from, match.index) });
    out.push({ mark: match[1], text: match[2] ?? '' });
    from = match.index + match[0].length;
  }
  return [...out, { mark: undefined, text: text.slice(from) }];
}

function element({ mark, text }: Piece, ways: string[]): Child {
  if (mark === MARKS.strong) return <b>{text}</b>;
  if (mark === MARKS.quiet) return <span class="muted">{text}</span>;
  if (mark === MARKS.link) return <a href={ways.shift()}>{text}</a>;
  return text;
}
