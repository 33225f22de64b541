import type { Issue } from '#domain/sequences/issue.ts';
import type { Block, StepId } from '#domain/sequences/step.ts';
import type { Rendered } from '#domain/sending/rendered.ts';

/** What the designer of one sequence shows. */
export interface DesignerProps {
  id: string;
  name: string;
  /** Of the draft, and the open page that edits it: what each edit is based on. */
  revision: number;
  page: string;
  blocks: readonly Block[];
  issues: readonly Issue[];
  canUndo: boolean;
  canRedo: boolean;
  savedAt: Date;
  /** Newest first. */
  versions: readonly DesignerVersion[];
  /** The draft says the same as the latest version. */
  nothingNew: boolean;
  archived: boolean;
  mayWrite: boolean;
  /** The step in the drawer. */
  open: StepId | null;
  /** The step that is being moved: all gaps are places for it. */
  placing: StepId | null;
  /** What takes the focus once the answer stands. */
  focus: StepFocus | null;
  /** Keys of the contacts' own fields. */
  customFields: readonly string[];
  preview: PreviewProps | null;
}

export type StepFocus = { on: 'card' | 'drawer' | 'field'; stepId: StepId };

export interface DesignerVersion {
  number: number;
  walking: number;
  campaigns: readonly { id: string; name: string; state: string }[];
}

/** A text as one person reads it. */
export interface PreviewProps {
  sequenceId: string;
  stepId: StepId;
  /** Null where the workspace has no contact. */
  reader: { id: string; name: string; phone: string | null } | null;
  rendered: Rendered;
  /** Of the reader's number, for the price. */
  country: string;
}
