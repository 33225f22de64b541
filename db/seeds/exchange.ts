/** What was said before today, by the phone of the person; minutes count back from now. */
export interface Exchange {
  phone: string;
  assignee?: string;
  /** Laid aside as done. */
  closed?: true;
  lines: Line[];
}

export type Line = { ago: number; text: string } & (
  | { kind: 'in'; picture?: 'gutter' }
  | { kind: 'out'; by: string; state?: 'delivered' | 'undelivered' }
  | { kind: 'note'; by: string }
);
