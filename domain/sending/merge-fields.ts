import { mergeText } from './merge-text.ts';

/** Values by canonical key; null, blank or absent means that this person has none. */
export type MergeFacts = Readonly<Record<string, string | null | undefined>>;

export type MergeField = {
  key: string;
  /** Every person has it, so that no fallback is needed. */
  always: boolean;
  /** A person's name: shouted or all lower, it is written as names are. */
  isName?: boolean;
  /** Other words for it, as people type them in Dutch, French and Spanish. */
  aliases: readonly string[];
};

export const standardFields: readonly MergeField[] = [
  {
    key: 'first_name',
    always: false,
    isName: true,
    aliases: ['firstname', 'voornaam', 'prenom', 'nombre'],
  },
  {
    key: 'last_name',
    always: false,
    isName: true,
    aliases: ['lastname', 'achternaam', 'familienaam', 'nom', 'apellido', 'apellidos'],
  },
  {
    key: 'name',
    always: false,
    isName: true,
    aliases: ['full_name', 'naam', 'volledige_naam', 'nom_complet', 'nombre_completo'],
  },
  { key: 'company', always: false, aliases: ['bedrijf', 'entreprise', 'societe', 'empresa'] },
  { key: 'street', always: false, aliases: ['straat', 'rue', 'calle'] },
  {
    key: 'city',
    always: false,
    aliases: ['stad', 'plaats', 'woonplaats', 'gemeente', 'ville', 'ciudad'],
  },
  { key: 'region', always: false, aliases: ['state', 'province', 'provincie', 'provincia'] },
  {
    key: 'postal_code',
    always: false,
    aliases: ['zip', 'postcode', 'code_postal', 'codigo_postal'],
  },
  { key: 'country', always: false, aliases: ['land', 'pays', 'pais'] },
  { key: 'agent', always: true, aliases: ['medewerker', 'conseiller', 'asesor'] },
  { key: 'firm', always: true, aliases: ['ons_bedrijf', 'notre_entreprise', 'nuestra_empresa'] },
];

const byWord = new Map(
  standardFields.flatMap((field) => [field.key, ...field.aliases].map((word) => [word, field])),
);

/** A label as a key: `Job Value` and `jobValue` are `job_value`, `prénom` is `prenom`. */
export function fieldKey(label: string): string {
  return label
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '');
}

/** The canonical key of what somebody typed between braces; a custom field is its own key. */
export function canonicalField(word: string): string {
  const key = fieldKey(word);
  return byWord.get(key)?.key ?? key;
}

export function standardField(key: string): MergeField | undefined {
  return standardFields.find((field) => field.key === key);
}

export type MergePerson = {
  firstName?: string | null;
  lastName?: string | null;
  company?: string | null;
  street?: string | null;
  city?: string | null;
  region?: string | null;
  postalCode?: string | null;
  country?: string | null;
};

/** `custom` holds the contact's own fields as they are stored, by any label. */
export function mergeFacts(input: {
  contact: MergePerson;
  custom?: Readonly<Record<string, unknown>>;
  firm: string;
  agent: string;
  locale?: string;
}): MergeFacts {
  const { contact } = input;
  const custom = Object.entries(input.custom ?? {}).map(([label, value]) => [
    fieldKey(label),
    mergeText(value, input.locale),
  ]);
  return {
    ...Object.fromEntries(custom),
    first_name: contact.firstName,
    last_name: contact.lastName,
    name: [contact.firstName, contact.lastName].filter(Boolean).join(' '),
    company: contact.company,
    street: contact.street,
    city: contact.city,
    region: contact.region,
    postal_code: contact.postalCode,
    country: contact.country,
    firm: input.firm,
    agent: input.agent,
  };
}
