/** A message as the provider lists it, with whether a send of ours already owns it. */
export type ListedMessage = {
  id: string;
  createdAt: number;
  owned: boolean;
  /** Whether it says what we meant to say; null where the provider may rewrite texts. */
  same: boolean | null;
};

export type Reconciliation =
  | { kind: 'claim'; id: string }
  | { kind: 'look-again'; at: number }
  /** Somebody else wrote there meanwhile, or our text was rewritten: only a person can tell. */
  | { kind: 'unclear' }
  /** Two looks found nothing: it was not taken and may be tried once more. */
  | { kind: 'not-taken' };

/** How far apart two empty looks must be to prove that the provider never took the message. */
export const looksApart = 30_000;

/** The provider's times are whole seconds of its own clock. */
const clocksDiffer = 2_000;

/**
 * What became of a call whose answer never came. `listed` is the provider's list between the two
 * numbers; the oldest message there that no send owns, created during the call, is ours. Where a
 * provider keeps texts as they are it must say the same besides: people write by its own app too.
 */
export function reconcile(
  input: {
    calledAt: number;
    deadlineAt: number;
    /** When an earlier look found nothing; null before the first. */
    emptyLookAt: number | null;
    listed: readonly ListedMessage[];
  },
  at: number,
): Reconciliation {
  if (at < input.deadlineAt) return { kind: 'look-again', at: input.deadlineAt };
  const unowned = input.listed
    .filter((message) => !message.owned && createdDuring(message, input))
    .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  const ours = unowned.find(({ same }) => same !== false);
  if (ours) return { kind: 'claim', id: ours.id };
  if (input.emptyLookAt === null) return { kind: 'look-again', at: at + looksApart };
  const secondLook = input.emptyLookAt + looksApart;
  if (at < secondLook) return { kind: 'look-again', at: secondLook };
  return unowned.length > 0 ? { kind: 'unclear' } : { kind: 'not-taken' };
}

function createdDuring(
  message: ListedMessage,
  { calledAt, deadlineAt }: { calledAt: number; deadlineAt: number },
): boolean {
  return (
    message.createdAt >= calledAt - clocksDiffer && message.createdAt <= deadlineAt + clocksDiffer
  );
}
