import type { Format } from '../../format.ts';

/** Removing a person for good. */
export const erase = (_f: Format) => ({
  title: (name: string) => `Erase ${name}`,
  what: 'This removes the name, all fields, the text of every message, every picture and file, and the numbers and e-mail addresses. It cannot be undone.',
  stays:
    'What stays: that messages were sent and when, what they cost, and a fingerprint of each address, so that nobody writes there again, also when it comes back in a list.',
  walks:
    'Campaigns that they are in end for them at once. A message that is being sent this second may still arrive.',
  shared: 'A number that another contact has too stays with that contact.',
  act: 'Erase for good',
  milder: 'Opt them out instead',
  cancel: 'Keep',
});
