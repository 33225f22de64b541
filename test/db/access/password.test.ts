import { describe, expect, it } from 'vitest';
import { hashPassword, passwordMatches } from '#db/access/password.ts';

describe('a stored password', () => {
  it('is argon2id with its cost, salted anew each time', async () => {
    const [one, two] = [
      await hashPassword('a long sentence'),
      await hashPassword('a long sentence'),
    ];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(two);
  });

  it('matches itself, also typed in another Unicode form, and nothing else', async () => {
    const stored = await hashPassword('caf\u00e9 au lait, merci');
    expect(await passwordMatches('cafe\u0301 au lait, merci', stored)).toBe(true);
    expect(await passwordMatches('cafe au lait, merci', stored)).toBe(false);
  });

  it('costs as much to compare where there is none', async () => {
    const stored = await hashPassword('a long sentence');
    const timed = async (against: string | null) => {
      const began = performance.now();
      for (const _ of Array(5)) await passwordMatches('not this one', against);
      return performance.now() - began;
    };
    await timed(null);
    const [known, unknown] = [await timed(stored), await timed(null)];
    expect(unknown).toBeGreaterThan(known / 3);
    expect(await passwordMatches('anything', null)).toBe(false);
  });
});
