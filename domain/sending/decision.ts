import type { Ending } from '#domain/campaigns/membership.ts';
import type { Passport, RuleName } from './passport.ts';
import type { Reservation, SenderFacts } from './sender.ts';
import type { Encoding } from './segments.ts';

/** `why` is the code of the look that decided; its values stand in the passport. */
export type Decision =
  | {
      kind: 'send';
      sender: SenderFacts;
      chosenBy: ChosenBy;
      text: string;
      encoding: Encoding;
      segments: number;
      /** About what it costs, in micros of `currency`; null where no price is known. */
      estimateMicros: number | null;
      currency: string;
      /** To be written on the sender: its line is taken until then. */
      freeAt: number;
      /** To be written on the sender as well: this message occupies it until then. */
      busyUntil: number;
      passport: Passport;
    }
  | {
      kind: 'hold';
      /** The next instant at which no rule that has a clock holds it. */
      until: number;
      rule: RuleName;
      why: string;
      /** Set when only the sender's line holds it: its place there, to be written with the send and
       * on the sender (line and last use), so that it waits once and the next takes another number. */
      reserve: (Reservation & { freeAt: number }) | null;
      passport: Passport;
    }
  | { kind: 'park'; rule: RuleName; why: string; passport: Passport }
  | { kind: 'over'; ending: Ending; rule: RuleName; why: string; passport: Passport }
  | { kind: 'fail'; code: string; rule: RuleName; passport: Passport };

export type ChosenBy = 'sticky' | 'area-code' | 'region' | 'rotation' | 'reserved';
