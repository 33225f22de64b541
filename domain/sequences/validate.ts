import type { Severity, Issue, IssueCode } from './issue.ts';
import { messageIssues, type KnownFields } from './validate-message.ts';
import { skeletonLimit, skeletonOf, skeletonSize } from './skeleton.ts';
import type { Block, WaitStep, WaitUntilStep } from './step.ts';

/** Longer than this a wait is a slip of the finger: the consent behind it may be gone. */
const longestWaitDays = 365;

const perDay = { minutes: 1440, hours: 24, days: 1 } as const;

/**
 * What is wrong with a draft, in the order of its steps. Errors forbid publishing, warnings do not.
 * `customFields` are the keys of the workspace's own contact fields.
 */
export function validate(blocks: readonly Block[], known: KnownFields = {}): readonly Issue[] {
  return [
    ...whole(blocks),
    ...blocks.flatMap((block, index) => [
      ...own(block, known),
      ...among(block, blocks.slice(0, index)),
    ]),
  ];
}

export function canPublish(issues: readonly Issue[]): boolean {
  return issues.every(({ severity }) => severity !== 'error');
}

function whole(blocks: readonly Block[]): readonly Issue[] {
  if (blocks.length === 0) return [issue(null, 'error', 'no-steps')];
  const messages = blocks.filter((block) => block.kind === 'message');
  if (messages.length === 0) return [issue(null, 'error', 'no-messages')];
  const size = skeletonSize(skeletonOf(blocks));
  return size > skeletonLimit
    ? [issue(null, 'error', 'too-many-steps', { size, most: skeletonLimit })]
    : [];
}

function own(block: Block, known: KnownFields): readonly Issue[] {
  switch (block.kind) {
    case 'message':
      return messageIssues(block, known);
    case 'wait':
      return wait(block);
    case 'wait-until':
      return inDay(block) ? [] : [issue(block.id, 'error', 'no-such-hour')];
    case 'exit':
      return block.label.trim() === '' ? [issue(block.id, 'warning', 'exit-without-label')] : [];
  }
}

function wait({ id, amount, unit }: WaitStep): readonly Issue[] {
  if (!Number.isInteger(amount) || amount < 0) return [issue(id, 'error', 'wait-not-whole')];
  if (amount === 0) return [issue(id, 'error', 'wait-zero')];
  const most = longestWaitDays * perDay[unit];
  return amount > most ? [issue(id, 'error', 'wait-too-long', { most, unit })] : [];
}

/** How a step stands among those before it. */
function among(block: Block, earlier: readonly Block[]): readonly Issue[] {
  if (earlier.some(({ kind }) => kind === 'exit')) return [issue(block.id, 'error', 'unreachable')];
  const previous = earlier.at(-1);
  const twoWaits = block.kind === 'wait' && previous?.kind === 'wait';
  const twoMessages = block.kind === 'message' && previous?.kind === 'message';
  return [
    ...(twoWaits ? [issue(block.id, 'warning', 'consecutive-waits')] : []),
    ...(twoMessages ? [issue(block.id, 'warning', 'messages-without-wait')] : []),
  ];
}

function inDay({ hour, minute }: WaitUntilStep): boolean {
  const whole = Number.isInteger(hour) && Number.isInteger(minute);
  return whole && hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;
}

function issue(
  stepId: string | null,
  severity: Severity,
  code: IssueCode,
  params: Issue['params'] = {},
): Issue {
  return { stepId, severity, code, params };
}
