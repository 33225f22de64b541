/** The rules in the order in which they are looked at and shown. */
export type RuleName =
  | 'membership'
  | 'campaign'
  | 'workspace'
  | 'address'
  | 'suppression'
  | 'consent'
  | 'text'
  | 'promptness'
  | 'wait'
  | 'law'
  | 'campaign-window'
  | 'person-day'
  | 'person-week'
  | 'workspace-day'
  | 'campaign-day'
  | 'sender'
  | 'pace';

export type Verdict = 'passed' | 'held' | 'blocked';

/** What a rule looked at: figures, codes and names, never a text or a number of a person. */
export type Values = Readonly<Record<string, string | number | boolean | null>>;

/** What would change the verdict; the page words it and offers the order where there is one. */
export type Cure =
  | 'time'
  | 'resume-membership'
  | 'resume-campaign'
  | 'resume-workspace'
  | 'resume-sender'
  | 'add-sender'
  | 'raise-limit'
  | 'correct-address'
  | 'record-consent'
  | 'person-writes-start'
  | 'fill-fields'
  | 'change-text'
  | 'change-window'
  | 'nothing';

/** One rule as it was looked at. `code` names the outcome in the catalogue of sentences. */
export type Look = {
  rule: RuleName;
  verdict: Verdict;
  code: string;
  values: Values;
  /** When this rule alone lets the message go; epoch milliseconds. */
  until?: number;
  cure?: Cure;
};

/** The decision with every value it looked at; kept with the send. */
export type Passport = { at: number; purpose: string; looks: readonly Look[] };
