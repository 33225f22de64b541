import type { FilledWorld } from './filled-world.ts';

/** An address for each GET route, its parts filled with what is there. */
export function pathOf(route: string, { alder, ids }: FilledWorld): string {
  const contact = alder.contacts[0]!;
  const parts: [RegExp, Record<string, string>][] = [
    [/^\/campaigns\/:id\/(draft|review)/, { id: ids.draft }],
    [/^\/campaigns/, { id: alder.campaignId }],
    [/^\/memberships/, { id: ids.membership }],
    [/^\/imports\/:id\/preview/, { id: ids.import }],
    [/^\/imports/, { id: ids.finishedImport }],
    [/^\/history/, { id: ids.history }],
    [/^\/contacts\/:id\/merge/, { id: contact.id }],
    [/^\/contacts/, { id: contact.id, address: contact.addressId }],
    [/^\/inbox\/:id\/pictures/, { id: ids.pictured, picture: ids.attachment }],
    [/^\/inbox\/:id\/calls/, { id: ids.pictured, call: ids.interaction }],
    [/^\/inbox/, { id: ids.pictured }],
    [/^\/attachments/, { id: ids.attachment }],
    [
      /^\/sequences/,
      { id: alder.sequenceId, stepId: 'st-first-note', number: '1', sendId: ids.send },
    ],
    [/^\/senders\/accounts/, { id: alder.accountId }],
    [/^\/senders/, { id: alder.senders[0]!.id }],
    [/^\/(reset|invitations)/, { token: 'guessed' }],
  ];
  const [, values = {}] = parts.find(([pattern]) => pattern.test(route)) ?? [];
  return route.replaceAll(/:(\w+)/g, (part, name: string) => values[name] ?? part);
}

/** The same page at another point of its life. */
export const variantsOf = ({ alder, ids }: FilledWorld): string[] => [
  `/imports/${ids.import}`,
  `/history/${ids.runningHistory}`,
  '/history?show=upkeep',
  `/campaigns/${alder.campaignId}/people?show=walking`,
  '/contacts?tag=roof',
  '/inbox?view=needs-reply',
  '/nowhere',
];

/** What answers no page: a stream, files, machines, and what the style guide's buttons ask for. */
export const noPages = [
  '/events',
  '/healthz',
  '/readyz',
  '/assets/:name',
  '/attachments/:id',
  '/contacts.csv',
  '/imports/:id/rejected.csv',
  '/history/:id/missing.csv',
  '/styleguide/dialog',
];
