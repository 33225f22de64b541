// The one way to write htmx attributes. JSX cannot spell `hx-status:422`, and hono's JSX lets a typo
// such as `hxget` pass; both are caught here. What needs eval (`[filters]`, `js:`, hx-on) has no spelling.

type Swap =
  | 'innerHTML'
  | 'outerHTML'
  | 'innerMorph'
  | 'outerMorph'
  | 'outerSync'
  | 'textContent'
  | 'before'
  | 'prepend'
  | 'append'
  | 'after'
  | 'delete'
  | 'none';

type Target =
  | 'this'
  | 'body'
  | `#${string}`
  | `closest ${string}`
  | `find ${string}`
  | 'next'
  | `next ${string}`
  | 'previous'
  | `previous ${string}`;

export interface HxProps {
  get?: string;
  post?: string;
  put?: string;
  patch?: string;
  delete?: string;
  target?: Target;
  swap?: Swap | `${Swap} ${string}`;
  /** Events from elsewhere: `thing from:document`. After a delete only `document` hears HX-Trigger. */
  trigger?: string;
  select?: string;
  /** Regions of the answer to swap besides the target: `#counts`. */
  selectOob?: string;
  include?: string;
  /** Values to send along. */
  vals?: Record<string, string | number>;
  /** A question put in a dialog before the request. */
  confirm?: string;
  sync?: string;
  disable?: Target | 'find button' | (string & {});
  indicator?: string;
  pushUrl?: true | string;
  replaceUrl?: true | string;
  encoding?: 'multipart/form-data';
  /** What to do on a status: `{ 422: 'swap:outerMorph target:this' }`; `5xx` and `50x` match many. */
  status?: Partial<Record<number | `${number}x` | `${number}xx`, string>>;
  /** Links and forms below go through htmx. */
  boost?: boolean;
  /** Opens a stream of live messages. */
  sse?: { connect: string; close?: string };
  /** Keeps an element and what is typed in it through a morph. */
  morphSkip?: true;
  preserve?: true;
  /** Attributes for everything below: htmx 4 inherits nothing by itself. */
  inherited?: Omit<HxProps, 'inherited' | 'sse' | 'get' | 'post' | 'put' | 'patch' | 'delete'>;
}

type NeedsEval =
  | `${string}[${string}`
  | `js:${string}`
  | `javascript:${string}`
  | `${string}from:body${string}`;
type NoEval<T> = {
  [K in keyof T]: T[K] extends string ? (T[K] extends NeedsEval ? never : T[K]) : T[K];
};

export type HxAttributes = Record<`hx-${string}`, string>;

/** `<button {...hx({ post: paths.done(id), target: '#thread' })}>` */
export function hx<const T extends HxProps>(props: T & NoEval<T>): HxAttributes {
  return attributes(props, '');
}

function attributes(props: HxProps, suffix: '' | ':inherited'): HxAttributes {
  const { status, vals, sse, inherited, ...rest } = props;
  const out: HxAttributes = {};
  for (const [key, value] of Object.entries(rest)) {
    if (value !== undefined) out[`hx-${kebab(key)}${suffix}`] = String(value);
  }
  if (vals) out[`hx-vals${suffix}`] = JSON.stringify(vals);
  for (const [code, action] of Object.entries(status ?? {})) {
    out[`hx-status:${code}${suffix}`] = action ?? '';
  }
  if (sse) out['hx-sse:connect'] = sse.connect;
  if (sse?.close) out['hx-sse:close'] = sse.close;
  return inherited ? { ...out, ...attributes(inherited, ':inherited') } : out;
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
