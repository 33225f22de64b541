import { condition, setHandler } from '@temporalio/workflow';
import type { Ending, Progress } from '#domain/campaigns/membership.ts';
import type { Skeleton, SkeletonExit, SkeletonMessage } from '#domain/sequences/skeleton.ts';
import type { Onward } from '#domain/sequences/step-result.ts';
import { nextStretch } from '#domain/sequences/walk.ts';
import { ended, progress, woken } from './messages.ts';

/** How far a walk has come, kept over continue-as-new. Instants are of the workspace's clock. */
export interface Standing {
  after: string | null;
  dueAt: number;
  messagesSent: number;
}

/** Where one person stands, and the waiting: until an instant, until news, or until the end. */
export class Walk {
  readonly standing: Standing;
  ending: Ending | null = null;
  private looks = 0;
  private held: string | null = null;
  private parked: string | null = null;
  private readonly skeleton: Skeleton;
  private readonly clockOffsetMs: number;

  constructor(skeleton: Skeleton, clockOffsetMs: number, standing: Standing | undefined) {
    this.skeleton = skeleton;
    this.clockOffsetMs = clockOffsetMs;
    this.standing = { after: null, dueAt: 0, messagesSent: 0, ...standing };
    setHandler(progress, () => this.progress());
    setHandler(ended, (fact) => this.end(fact.ending));
    setHandler(woken, () => void (this.looks += 1));
  }

  /** The message or exit that comes next; null at the end of the list. */
  get step(): SkeletonMessage | SkeletonExit | null {
    return nextStretch(this.skeleton, this.standing.after).step;
  }

  get due(): boolean {
    return this.standing.dueAt <= this.now();
  }

  /** The first ending stands: what comes later finds the walk over. */
  end(ending: Ending): void {
    this.ending ??= ending;
  }

  sent(stepId: string, onward: Onward): void {
    this.standing.after = stepId;
    this.standing.messagesSent += 1;
    this.onward(onward);
  }

  onward(next: Onward): void {
    if (next.kind === 'over') this.end(next.ending);
    else this.standing.dueAt = next.dueAt;
  }

  /** How often there was news; read before a look, so that news during the look is not missed. */
  news(): number {
    return this.looks;
  }

  /** Until the next step is due, or there is news. */
  async untilDue(): Promise<void> {
    await this.until(this.standing.dueAt, this.looks);
  }

  async hold(until: number, why: string, seen: number): Promise<void> {
    this.held = why;
    await this.until(until, seen);
    this.held = null;
  }

  async park(why: string, seen: number): Promise<void> {
    this.parked = why;
    await condition(() => this.looks > seen || this.ending !== null);
    this.parked = null;
  }

  private async until(instant: number, seen: number): Promise<void> {
    const ms = instant - this.now();
    if (ms > 0) await condition(() => this.looks > seen || this.ending !== null, ms);
  }

  /** The engine keeps its own clock for each workflow; a sandbox workspace's runs ahead of it. */
  private now(): number {
    return Date.now() + this.clockOffsetMs;
  }

  private progress(): Progress {
    const { messagesSent, dueAt } = this.standing;
    const { held, parked, ending } = this;
    return {
      stepId: this.step?.id ?? null,
      messagesSent,
      dueAt: dueAt || null,
      held,
      parked,
      ending,
    };
  }
}
