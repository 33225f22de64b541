/** The standing questions that an inbox answers, in the order of its menu. */
export const inboxViews = [
  'open',
  'needs-reply',
  'mine',
  'unassigned',
  'unread',
  'missed',
  'snoozed',
  'failed',
  'done',
] as const;

export type InboxView = (typeof inboxViews)[number];

export function inboxView(name: string | undefined): InboxView {
  return inboxViews.find((view) => view === name) ?? 'open';
}
