import { strong } from '../rich.ts';
import type { Format } from '../format.ts';

export const settings = (f: Format) => ({
  title: 'Settings',
  tabs: {
    label: 'Settings',
    workspace: 'Workspace',
    members: 'Members',
    events: 'Events',
    sync: 'Sync health',
    profile: 'You',
  },
  saved: 'Saved.',

  workspace: {
    title: 'Workspace',
    lede: 'What holds for everyone here.',
    readOnly: 'Only an owner or admin can change this.',
    name: 'Name',
    zone: 'Time zone',
    zoneHint: 'Days, limits and hours of the firm are counted on this clock.',
    locale: 'Language',
    locales: { 'en-US': 'English (United States)', xx: 'Pseudo-language, for testing' },
    support: 'Contact for support',
    supportHint: 'A number or an e-mail address. It stands in the answer to HELP.',
    limit: 'Messages a day',
    limitHint: 'The most that all campaigns together send in a day. Replies are not counted.',
    mode: 'Mode',
    modes: {
      sandbox: 'Sandbox: messages go to a stand-in and reach nobody.',
      live: 'Live: messages reach people.',
    },
  },

  members: {
    title: 'Members',
    count: (n: number) => f.count(n, { one: 'seat', other: 'seats' }),
    seen: (at: Date | null) => (at ? `last here ${f.moment(at)}` : 'not here yet'),
    you: 'you',
    roleOf: (name: string) => `Role of ${name}`,
    change: 'Change',
    remove: 'Remove',
    removeName: (name: string) => `Remove ${name}`,
    confirmRemove: (name: string, workspace: string) =>
      `Remove ${name} from ${workspace}? They are signed out of it at once. What they wrote and ordered stays.`,
    reset: 'New password',
    resetName: (name: string) => `Make a link for a new password of ${name}`,
    removed: (name: string) => `${name} has no seat here any more.`,
    changed: (name: string, role: string) => `${name} is now ${role}.`,
    lastOwner: 'A workspace keeps at least one owner. Make someone else owner first.',
    beyond: 'Only an owner can give or take the seat of an owner.',
    elsewhere: (name: string) =>
      `${name} also sits in another workspace, so their password is not yours to renew.`,
    rolesTitle: 'What each role may do',
    roles: {
      owner: 'Everything, and makes other owners.',
      admin: 'Everything but making owners: senders, accounts, members, settings.',
      marketer: 'Contacts, imports, sequences and campaigns; reads the rest.',
      agent: 'The inbox and contacts; reads the rest.',
      viewer: 'Reads everything, changes nothing.',
    },
  },

  invite: {
    title: 'Invite someone',
    why: 'No e-mail is sent. You get a link to pass on; it opens once, within a week.',
    email: 'E-mail',
    role: 'Role',
    go: 'Make an invitation',
    member: 'Someone with this e-mail has a seat here already.',
    made: (email: string) => `The invitation for ${strong(email)} is ready. Pass this link on:`,
    resetMade: (name: string) =>
      `The link for a new password of ${strong(name)} is ready. It opens once, within a day:`,
    copy: 'Copy the link',
    link: 'Link',
    onceOnly: 'It is shown this once.',
    openTitle: 'Not yet taken up',
    open: (email: string, role: string) => `${strong(email)} as ${role}`,
    by: (name: string, until: Date) => `invited by ${name}, opens until ${f.moment(until)}`,
    until: (until: Date) => `opens until ${f.moment(until)}`,
    withdraw: 'Withdraw',
    withdrawOf: (email: string) => `Withdraw the invitation of ${email}`,
    withdrawn: (email: string) => `The invitation of ${email} no longer opens.`,
  },

  profile: {
    title: 'You',
    lede: (email: string, role: string) => `${email}, ${role}`,
    name: 'Name',
    themeTitle: 'Look',
    themeWhy: 'Kept in this browser.',
    passwordTitle: 'Password',
    current: 'Present password',
    currentWrong: 'This is not your present password.',
    change: 'Change the password',
    changed: 'The password is changed. You are signed out everywhere else.',
    sessionsTitle: 'Where you are signed in',
    sessionsWhy: (idle: number, most: number) =>
      `A session ends after ${f.count(idle, { one: 'day', other: 'days' })} without a visit, and after ${f.count(most, { one: 'day', other: 'days' })} in any case.`,
    thisOne: 'this one',
    unknownDevice: 'Unknown device',
    device: (browser: string, system: string) => `${browser} on ${system}`,
    seen: (at: Date) => `last here ${f.moment(at)}`,
    opened: (at: Date) => `signed in ${f.moment(at)}`,
    end: 'End',
    endOf: (device: string) => `End the session of ${device}`,
    endOthers: 'End all others',
    ended: 'The session has ended.',
    othersEnded: (n: number) =>
      n === 0
        ? 'There were no others.'
        : `${f.count(n, { one: 'other session has', other: 'other sessions have' })} ended.`,
    workspacesTitle: 'Your workspaces',
    here: 'you are here',
    go: 'Go there',
    goTo: (workspace: string) => `Go to ${workspace}`,
  },
});
