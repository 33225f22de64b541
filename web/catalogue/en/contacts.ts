import type { Format } from '../format.ts';

export const contacts = (_f: Format) => ({
  title: 'Contacts',
});
