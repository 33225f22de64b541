import type { OpenphoneAccount } from './account.ts';
import { createLimiter, type Limiter } from './limiter.ts';
import { createRequestLog, type RequestLog } from './requests.ts';
import { type Settings, settings } from './settings.ts';

/** What an account's API does before it looks at a request. Not journaled, as faults are not. */
export type Door = {
  settings: Settings;
  readonly limiter: Limiter;
  readonly requests: RequestLog;
};

/** One door for each account, with the habits that the account came with. */
export function createDoors() {
  const doors = new Map<string, Door>();
  return {
    of(account: OpenphoneAccount): Door {
      const known = doors.get(account.id);
      if (known) return known;
      const door = {
        settings: settings.parse(account.settings ?? {}),
        limiter: createLimiter(),
        requests: createRequestLog(),
      };
      doors.set(account.id, door);
      return door;
    },
    /** An account that was changed brings its habits along. */
    settle(account: OpenphoneAccount): void {
      this.of(account).settings = settings.parse(account.settings ?? {});
    },
  };
}

export type Doors = ReturnType<typeof createDoors>;
