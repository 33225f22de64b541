/** ISO: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Minutes after midnight on the clock of a place, 0 to 1440; the start belongs to it, the end does not. */
export type Span = { from: number; to: number };

/** Seven days, Monday first; an empty day is closed. */
export type Week = readonly [Day, Day, Day, Day, Day, Day, Day];

export type Day = readonly Span[];

/** Open only when it is open on the clock of every zone: an area code may lie in two. */
export type OpenHours = { zones: readonly string[]; week: Week };

/** What a marketer sets. `from` later than `to` wraps past midnight and belongs to the day it starts. */
export type CampaignWindow = {
  days: readonly Weekday[];
  from: number;
  to: number;
  zone: string;
};

/** A rule of law as a row of data; states come later as rows. `state: null` is the whole country. */
export type LegalWindow = {
  country: string;
  state: string | null;
  week: Week;
  source: string;
  effectiveFrom: string;
  reviewedOn: string;
};

/** Where a person may be; several when sources disagree, and then the law of each holds. */
export type Place = { country: string; state: string | null };
