import { z } from 'zod';

/** What a person may set of a number. */
export const settingsSchema = {
  name: z.string().trim().max(60),
  ratePerSecond: z.coerce.number().min(0.01).max(1000),
  dailyCap: z.coerce.number().int().min(0).max(1_000_000),
  priority: z.coerce.number().int().min(0).max(1000),
  confirms: z.enum(['us', 'provider']),
};
