import { z } from 'zod';
import type { Catalogue } from '#web/catalogue/en.ts';
import type { FormState } from '#web/kit/form-state.ts';

export const token = ({ senders: { accounts } }: Catalogue) =>
  z.string().trim().min(16, accounts.tokenShort).max(200);

/** One word: a scheme before it, such as Bearer, would be refused by the provider. */
export const apiKey = ({ senders: { accounts } }: Catalogue) =>
  z.string().trim().min(16, accounts.keyShort).max(300).regex(/^\S+$/, accounts.keyWrong);

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Of a webhook that somebody made in the provider's app; null where there is none. */
export const webhookSecret = ({ senders: { accounts } }: Catalogue) =>
  z
    .string()
    .trim()
    .max(300)
    .refine((text) => base64.test(text.replace(/^whsec_/, '')), accounts.webhookSecretWrong)
    .transform((text) => text || null)
    .default(null);

/** What was typed as a secret is never sent back. */
export const withoutSecrets = ({ values, errors }: FormState): FormState => ({
  values: { ...values, token: '', apiKey: '', webhookSecret: '' },
  errors,
});
