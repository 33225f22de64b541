import type { ContactAddress, PhoneRole } from '#domain/contacts/address.ts';
import { readEmail } from '#domain/contacts/email-address.ts';
import type { ContactFields } from '#domain/contacts/fields.ts';
import { type PhoneNumber, readPhone } from '#domain/contacts/phone-number.ts';
import { readZone } from '#domain/contacts/zone-name.ts';
import { type FoundZone, type Zone, zoneOf } from '#domain/contacts/zone.ts';
import type { RowProblem } from './read-row.ts';
import type { RowCells } from './row-cells.ts';

type Where = ContactFields & { country: string };

/** Every usable number and e-mail of a row, the mobile first, each once. */
export function readAddresses(
  cells: RowCells,
  place: Where,
  fallback: Zone | null,
  problems: RowProblem[],
): ContactAddress[] {
  const cell = cells.text('time-zone') ?? undefined;
  if (cell && !readZone(cell)) problems.push({ code: 'unread-zone', column: 'time-zone' });
  const zone: ZoneFor = (number) => zoneOf({ place, cell, number, fallback });

  const found = [
    ...phones(cells, 'mobile', 'mobile', place.country, zone, problems),
    ...phones(cells, 'other-phone', 'other', place.country, zone, problems),
    ...emails(cells, zone, problems),
  ];
  const values = found.map(({ value }) => value as string);
  return found.filter(({ value }, at) => values.indexOf(value) === at);
}

type ZoneFor = (number: PhoneNumber | null) => FoundZone | null;

function phones(
  cells: RowCells,
  column: 'mobile' | 'other-phone',
  role: PhoneRole,
  country: string,
  zone: ZoneFor,
  problems: RowProblem[],
): ContactAddress[] {
  return cells.all(column).flatMap((cell, at) => {
    const reading = readPhone(cell, country);
    if (reading.kind === 'unusable') {
      problems.push({ code: 'unusable-phone', column, reason: reading.reason });
    }
    if (reading.kind !== 'usable') return [];
    const numbers = reading.second ? [reading, reading.second] : [reading];
    return numbers.map(({ number, line, extension }, place): ContactAddress => {
      const first = at === 0 && place === 0;
      return {
        kind: 'phone',
        value: number,
        role: first ? role : 'other',
        line,
        extension,
        zone: zone(number),
      };
    });
  });
}

function emails(cells: RowCells, zone: ZoneFor, problems: RowProblem[]): ContactAddress[] {
  return cells.all('email').flatMap((cell) => {
    const reading = readEmail(cell);
    if (reading.kind === 'unusable') problems.push({ code: 'unusable-email', column: 'email' });
    if (reading.kind !== 'usable') return [];
    return [reading.address, ...reading.others].map((value): ContactAddress => ({
      kind: 'email',
      value,
      zone: zone(null),
    }));
  });
}
