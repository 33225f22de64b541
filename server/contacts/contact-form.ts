import { z } from 'zod';
import { isCountry } from '#domain/contacts/country.ts';
import type { IsoDate } from '#domain/contacts/dates.ts';
import {
  contactFields,
  type ContactFields,
  type CustomFields,
  type CustomValue,
} from '#domain/contacts/fields.ts';
import { plainLines, plainText } from '#domain/contacts/plain-text.ts';
import { readTags } from '#domain/contacts/tags.ts';
import { customKey } from '#domain/imports/columns.ts';
import type { TypedContact } from '#db/contacts/edit.ts';
import type { Catalogue } from '#web/catalogue/en.ts';
import { formOf, type FormState } from '#web/kit/form-state.ts';

const line = z.string().max(200).default('').transform(plainText);

/** The form of a contact; `custom` are its own fields, whose types the form cannot change. */
export const contactSchema = ({ contacts: { edit } }: Catalogue, custom: CustomFields) =>
  z
    .object({
      order: z.uuid(),
      revision: z.coerce.number().int().default(0),
      firstName: line,
      lastName: line,
      company: line,
      street: line,
      city: line,
      region: line,
      postalCode: line,
      country: line.refine((code) => code === '' || isCountry(code), edit.badCountry),
      language: line,
      notes: z.string().max(20_000).default('').transform(plainLines),
      tags: z.string().max(500).default('').transform(readTags),
      newField: line,
      newValue: z.string().max(2000).default('').transform(plainText),
      mobile: line,
      email: z.string().max(254).default('').transform(plainText),
    })
    .catchall(z.string())
    .transform((posted, context) => {
      const fields = Object.fromEntries(
        contactFields.map((field) => [field, posted[field] || null]),
      ) as ContactFields;
      const own = ownFields(posted, custom, (key) =>
        context.addIssue({ code: 'custom', path: [`custom.${key}`], message: edit.badAmount }),
      );
      const key = customKey(posted.newField);
      const added: CustomFields =
        key && posted.newValue ? { [key]: { type: 'text', value: posted.newValue } } : {};
      const typed: TypedContact = { fields, tags: posted.tags, custom: { ...added, ...own } };
      const { order, revision, mobile, email } = posted;
      return { order, revision, mobile, email, typed };
    });

/** The contact's own fields as the form has them; a blank one is gone. */
function ownFields(
  posted: Record<string, unknown>,
  before: CustomFields,
  refuse: (key: string) => void,
): CustomFields {
  const own: Record<string, CustomValue> = {};
  for (const [key, was] of Object.entries(before)) {
    const text = textOf(posted[`custom.${key}`]);
    if (text === '') continue;
    const value = ownValue(was, text, textOf(posted[`currency.${key}`]));
    if (value) own[key] = value;
    else refuse(key);
  }
  return own;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? plainText(value) : '');

function ownValue(was: CustomValue, text: string, currency: string): CustomValue | null {
  switch (was.type) {
    case 'text':
      return { type: 'text', value: text };
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { type: 'date', value: text as IsoDate } : null;
    case 'money': {
      if (!/^-?\d{1,12}(?:\.\d{1,2})?$/.test(text)) return null;
      const code = /^[A-Z]{3}$/.test(currency.toUpperCase()) ? currency.toUpperCase() : null;
      return { type: 'money', value: { cents: Math.round(Number(text) * 100), currency: code } };
    }
  }
}

/** What stands in the form of a contact. */
export function contactForm({ fields, custom, tags }: TypedContact): FormState {
  return formOf({ ...typedTexts({ fields, custom, tags }) });
}

/** Every value of a contact as its form writes it, by the name of its input. */
export function typedTexts({ fields, custom, tags }: TypedContact): Record<string, string> {
  const texts: Record<string, string> = { tags: tags.join(', ') };
  for (const field of contactFields) texts[field] = fields[field] ?? '';
  for (const [key, value] of Object.entries(custom)) {
    if (value.type === 'money') {
      texts[`custom.${key}`] = (value.value.cents / 100).toFixed(2);
      texts[`currency.${key}`] = value.value.currency ?? '';
    } else {
      texts[`custom.${key}`] = value.value;
    }
  }
  return texts;
}
