import { z } from 'zod';

export const E164 = /^\+[1-9]\d{6,14}$/;

const webhookUrl = z
  .string()
  .refine(
    (url) => url.startsWith('/') || URL.canParse(url),
    'a webhook is a URL or a path of the app',
  );

const number = z.object({
  number: z.string().regex(E164, 'a number is written in E.164, such as +16035550161'),
  /** Who answers STOP, START and HELP, and so whether the provider keeps an opt-out list of its own. */
  confirms: z.enum(['provider', 'us']).default('provider'),
  /** Segments a second; one is what a US long code gets. */
  ratePerSecond: z.number().positive().max(10_000).default(1),
});

/** A provider account as `POST /sandbox/accounts` takes it. Webhook paths are resolved on PUBLIC_URL. */
export const account = z.object({
  sid: z.string().regex(/^AC[0-9a-f]{32}$/, 'an account sid is AC and 32 hexadecimal digits'),
  token: z.string().min(1),
  webhook: z.object({ messages: webhookUrl, status: webhookUrl.optional() }),
  numbers: z.array(number).max(5_000),
});

export type Account = z.infer<typeof account>;
export type Sender = z.infer<typeof number> & {
  readonly account: string;
  /** The id of a number of Quo's; without it, it is Twilio's. */
  readonly openphone?: string;
};
