import type { Role } from '#domain/access/role.ts';
import type { SyncState } from '#domain/sync/health.ts';
import { en, type Catalogue } from './catalogue/en.ts';
import { createFormat, type Format } from './catalogue/format.ts';
import { pseudoCatalogue } from './catalogue/pseudo.ts';
import { pseudoFormat } from './catalogue/pseudo-format.ts';

export type Locale = 'en-US' | 'xx';
export type Theme = 'light' | 'dark' | 'system';

/** Addresses of the hashed assets. */
export interface AssetUrls {
  css: string;
  js: string;
  font: string;
  icon: string;
}

/** What a page knows of the place where it is read. Every page and most components take it as `ui`. */
export interface Ui {
  /** Sentences: `ui.t.inbox.title`, `ui.t.common.selected(3)`. */
  t: Catalogue;
  format: Format;
  /** BCP 47; `xx` is the pseudo-locale of the tests. */
  locale: Locale;
  /** IANA name of the zone that days and times are told in. */
  zone: string;
  /** The workspace's now, offset included. */
  now: Date;
  theme: Theme;
  assets: AssetUrls;
}

/** A page inside a workspace also knows who reads it. */
export interface SeatedUi extends Ui {
  viewer: { id: string; name: string; email: string; role: Role };
  workspace: { id: string; name: string; mode: 'sandbox' | 'live'; clockOffsetMs: number };
  /** Conversations of this workspace that need a reply. */
  needReply: number;
  /** Of all provider accounts the worst; the frame says so where it is not `well`. */
  sync: SyncState;
  /** Where live events start: the cursor at render time, so that nothing in between is lost. */
  liveSince?: string;
}

/**
 * Its sentences are made at the first look: a webhook and a health check say none.
 * @param place `zone` in IANA, `now` of the workspace's clock
 */
export function createUi(place: {
  locale: Locale;
  zone: string;
  now: Date;
  theme: Theme;
  assets: AssetUrls;
}): Ui {
  let made: Pick<Ui, 't' | 'format'> | undefined;
  const words = () => (made ??= wordsOf(place));
  return {
    ...place,
    get t() {
      return words().t;
    },
    get format() {
      return words().format;
    },
  };
}

function wordsOf({ locale, zone, now }: Pick<Ui, 'locale' | 'zone' | 'now'>) {
  if (locale === 'xx') {
    const format = pseudoFormat(createFormat('en-US', zone, now));
    return { format, t: pseudoCatalogue(en(format)) };
  }
  const format = createFormat(locale, zone, now);
  return { format, t: en(format) };
}
