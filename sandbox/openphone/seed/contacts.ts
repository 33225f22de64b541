import type { ContactRecord } from '../records.ts';
import { countOfConversations, type Seed } from './conversations.ts';
import { ABOUT, drawFor } from './draw.ts';
import { usersOf } from './firm.ts';
import { idAt } from './ids.ts';
import { asSomebodyWroteIt, personAt } from './people.ts';

const DAY_MS = 86_400_000;

/** As many people as conversations with new people; three of four were written down as a contact. */
export function countOfContacts(workspace: Seed): number {
  return Math.ceil(countOfConversations(workspace) * 0.6);
}

export function contactAt({ seed, endsAt }: Seed, place: number): ContactRecord {
  const person = personAt(seed, place);
  const draw = drawFor(seed, ABOUT.contact, place);
  const createdAt = endsAt - (1 + place) * DAY_MS * 0.3;
  const hasOnlyFirst = draw.chance(0.15);
  return {
    id: idAt(seed, 'contact', place),
    externalId: draw.chance(0.3) ? `crm-${place}` : null,
    source: draw.chance(0.3) ? 'public-api' : null,
    sourceUrl: null,
    firstName: person.firstName,
    lastName: hasOnlyFirst ? null : person.lastName,
    company: draw.chance(0.1) ? `${person.lastName} & Co` : null,
    role: null,
    emails: draw.chance(0.4)
      ? [{ name: 'email', value: `${place}@${person.language}.example` }]
      : [],
    phoneNumbers: [
      {
        name: 'mobile',
        value: draw.chance(0.4) ? person.number : asSomebodyWroteIt(person.number, draw.below(5)),
      },
    ],
    createdByUserId: usersOf(seed)[0]!.id,
    createdAt,
    updatedAt: createdAt,
  };
}
