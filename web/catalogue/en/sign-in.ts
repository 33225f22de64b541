import { link } from '../rich.ts';
import type { Format } from '../format.ts';

/** The doors: signing in, coming for the first time, coming back without a password. */
export const signIn = (f: Format) => ({
  title: 'Sign in',
  email: 'E-mail',
  password: 'Password',
  name: 'Your name',
  newPassword: 'New password',
  passwordHint: (least: number) =>
    `At least ${f.count(least, { one: 'character', other: 'characters' })}. A sentence is easier to keep than a riddle.`,
  go: 'Sign in',
  cannot: 'I cannot get in',
  newHere: 'New here? Ask an owner or admin of your workspace for an invitation.',
  wrong: 'This e-mail and this password do not belong together.',
  wait: (ms: number) => `Too many attempts. You can try again in ${f.duration(ms)}.`,
  signedOut: 'You are signed out.',
  changed: 'The password is changed. Sign in with it.',
  linkGone: {
    title: 'This link no longer opens',
    why: 'It was used already, has run out, or a newer one was made.',
    invitation: 'Ask whoever invited you for a new one.',
    reset: 'Ask for a new one.',
    owner: 'Start the web process again: while nobody has an account, it prints a new one.',
    back: 'To the sign-in page',
  },
  forgotten: {
    title: 'A new password',
    why: 'Say which e-mail you sign in with.',
    go: 'Go on',
    back: link('Back to sign-in'),
    ask: 'Nothing is sent by e-mail here. Ask an owner or admin of your workspace: the members page makes a link for you, good for one new password.',
    sandbox:
      'Your workspaces are sandboxes, so the link that would otherwise reach you by hand is here:',
    open: 'Choose a new password',
  },
  reset: {
    title: 'Choose a new password',
    why: (email: string) => `For ${email}. You are then signed out everywhere else.`,
    go: 'Change the password',
  },
  invitation: {
    title: (workspace: string) => `Take your seat at ${workspace}`,
    why: (email: string, role: string) => `You were invited as ${role}, with ${email}.`,
    known: 'You have an account already: sign in with its password to take the seat.',
    go: 'Take the seat',
  },
  setup: {
    title: 'The first workspace',
    why: 'Nobody has an account here yet. You become its owner.',
    code: 'Code',
    codeHint: 'The web process prints it when it starts; it opens once.',
    workspace: 'Name of the workspace',
    zone: 'Time zone',
    mode: 'What it is for',
    modes: {
      sandbox: 'Sandbox: messages go to a stand-in, nobody is reached',
      live: 'Live: messages reach people',
    },
    go: 'Make the workspace',
    codeWrong: 'This code does not open. Take the newest that the web process printed.',
    zoneWrong: 'Write a time zone, such as America/New_York.',
  },
});
