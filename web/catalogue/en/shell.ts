import type { Format } from '../format.ts';

/** The frame around every page. */
export const shell = (f: Format) => ({
  product: 'Throughline',
  skip: 'Skip to content',
  main: 'Main',
  more: 'More',
  moreMenu: 'More pages',
  needReply: (n: number) => ` ${f.plural(n, { one: 'needs a reply', other: 'need a reply' })}`,
  place: (workspace: string, mode: 'sandbox' | 'live') => `${workspace}, ${mode}`,
  seat: (name: string, role: string) => `Your seat: ${name}, ${role}`,
  userMenu: 'You',
  theme: 'Theme',
  themes: { light: 'Light', dark: 'Dark', system: 'System' },
  keys: {
    title: 'Keyboard shortcuts',
    why: 'They rest while you type.',
    on: 'Single keys work',
  },
  signOut: 'Sign out',
  confirm: { title: 'Are you sure?', yes: 'Go on', no: 'Cancel' },
  unreachable:
    'The server cannot be reached. What you typed is kept; try again when you are back online.',
  failed: (code: string) => `That did not work. Nothing was lost. Code for support: ${code}.`,
  offline: 'Not live at the moment. What you see may be old; it catches up by itself.',
  copied: 'Copied',
  dismiss: 'Dismiss',
});
