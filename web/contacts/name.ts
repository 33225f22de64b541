import type { Ui } from '../ui.ts';

interface Named {
  firstName?: string | null;
  lastName?: string | null;
  company?: string | null;
}

/** What a contact is called on every page: the person, else the company, else that there is no name. */
export function contactName(ui: Ui, contact: Named, otherwise?: string | null): string {
  const person = [contact.firstName, contact.lastName].filter(Boolean).join(' ').trim();
  return person || contact.company || otherwise || ui.t.contacts.nameless;
}
