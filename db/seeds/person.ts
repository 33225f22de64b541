/** One line of a table of people, as the named world keeps them. */
export interface Person {
  firstName: string;
  lastName: string;
  /** E.164; two people of one household may share it. */
  phone: string;
  email: string | null;
  street: string;
  city: string;
  region: string;
  postalCode: string;
  consent: 'given' | 'refused' | 'blank';
  /** `stopped` has opted out by text. */
  stopped: boolean;
  tags: string[];
}

/**
 * Reads a table of people: name, phone, street, `city region code`, consent, tags, e-mail, parted by bars.
 * `-` stands for nothing.
 */
export function readPeople(table: string): Person[] {
  return table
    .trim()
    .split('\n')
    .map((line) => readPerson(line.split('|').map((cell) => cell.trim())));
}

function readPerson(cells: string[]): Person {
  const [name = '', phone = '', street = '', place = '', consent = '', tags = '', email = '-'] =
    cells;
  const [, city = '', region = '', postalCode = ''] =
    /^(.+?)(?: ([A-Z]{2}))? (\S+)$/.exec(place) ?? [];
  const space = name.indexOf(' ');
  return {
    firstName: name.slice(0, space),
    lastName: name.slice(space + 1),
    phone,
    email: email === '-' ? null : email,
    street,
    city,
    region,
    postalCode,
    consent: consent === 'stopped' ? 'given' : (consent as Person['consent']),
    stopped: consent === 'stopped',
    tags: tags === '-' ? [] : tags.split(' '),
  };
}
