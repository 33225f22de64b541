import type { StepId } from './step.ts';

export type Severity = 'error' | 'warning';

export type IssueCode =
  | 'no-steps'
  | 'no-messages'
  | 'too-many-steps'
  | 'empty-message'
  | 'broken-text'
  | 'unknown-field'
  | 'field-without-fallback'
  | 'text-too-long'
  | 'too-many-segments'
  | 'costly-characters'
  | 'no-opt-out'
  | 'public-shortener'
  | 'wait-zero'
  | 'wait-not-whole'
  | 'wait-too-long'
  | 'no-such-hour'
  | 'consecutive-waits'
  | 'messages-without-wait'
  | 'exit-without-label'
  | 'unreachable';

/** `stepId: null` concerns the whole sequence. `params` fill the sentence of the catalogue. */
export type Issue = {
  stepId: StepId | null;
  severity: Severity;
  code: IssueCode;
  params: Readonly<Record<string, string | number>>;
};
