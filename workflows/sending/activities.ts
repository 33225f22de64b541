/** What a single message asks of the outside world; activities/sending.ts answers. */
export interface SendActivities {
  /** Decides, sends and records one message; a long hold comes back as an instant, in engine milliseconds. */
  deliverSend: (input: { sendId: string }) => Promise<SendResult>;
}

/** `waitMs` is how long to wait before the next look; null where somebody must act. */
export type SendResult =
  | { kind: 'done'; state: string }
  | { kind: 'waiting'; waitMs: number | null; why: string };
