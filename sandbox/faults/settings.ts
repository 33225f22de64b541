import { z } from 'zod';

const share = z.number().min(0).max(1).default(0);

/** What the providers may be told to do wrong. Shares are 0 to 1 of the cases they concern. */
export const faultSettings = z.strictObject({
  /** The same seed and the same calls meet the same faults. */
  seed: z.number().int().default(1),
  /** Every call: `cut` destroys the connection, `503` answers so. */
  down: z.enum(['cut', '503']).nullable().default(null),
  /** Added before every call is looked at. */
  latencyMs: z.number().int().min(0).max(60_000).default(0),
  /** 429 for the next calls, for some seconds from now, or for a share of all calls. */
  tooMany: z
    .union([
      z.strictObject({ requests: z.number().int().min(1).max(1_000_000) }),
      z.strictObject({ seconds: z.number().positive().max(86_400) }),
      z.strictObject({ share: z.number().min(0).max(1) }),
    ])
    .nullable()
    .default(null),
  /** 500 for a share of all calls. */
  serverErrors: share,
  /** Of message creates: the message is taken, the answer never comes. */
  withhold: share,
  /** Of message creates: the connection is cut before the body is read; nothing is taken. */
  cutBefore: share,
  /** Of message creates: the connection is cut after the body was read; the message is taken. */
  cutAfter: share,
  /** Of webhooks: sent a second time. */
  duplicateCallbacks: share,
  /** Of messages and calls: their callbacks come at the end, last one first. */
  reorderCallbacks: share,
  /** Of message creates: the answer comes so late that callbacks overtake it. */
  lateAnswers: z
    .strictObject({ share: z.number().min(0).max(1), ms: z.number().int().min(0).max(120_000) })
    .nullable()
    .default(null),
  /** Webhooks wait so long, ... */
  callbackDelayMs: z.number().int().min(0).max(600_000).default(0),
  /** ... and so many of them. */
  callbackDelayShare: z.number().min(0).max(1).default(1),
  /** Of status callbacks, and of all webhooks of Quo: never sent. */
  loseCallbacks: share,
  /** Of texts that a phone sends to a number of Twilio's: nobody is told. */
  loseTexts: share,
  /** Of webhooks of Quo: signed with another key. */
  badSignatures: share,
  /** Of webhooks of Quo about calls: nobody is named. */
  emptyParticipants: share,
  /** A message appears in the list so many seconds after it was taken. */
  listDelaySeconds: z.number().min(0).max(3_600).default(0),
  /** Of messages: the walk ends in `undelivered` with this code. */
  undelivered: z
    .strictObject({ share: z.number().min(0).max(1), errorCode: z.number().int() })
    .nullable()
    .default(null),
});

export type FaultSettings = z.infer<typeof faultSettings>;

export const noFaults: FaultSettings = faultSettings.parse({});
