import { z } from 'zod';
import { leastPasswordLength, mostPasswordLength } from '#domain/access/password-rule.ts';

export const newPassword = z.string().min(leastPasswordLength).max(mostPasswordLength);

/** A password that exists: its rule was another day's. */
export const givenPassword = z.string().min(1).max(mostPasswordLength);

export const email = z.string().trim().toLowerCase().max(254).pipe(z.email());
