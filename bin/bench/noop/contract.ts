/** Two queues, as the product has: workflow tasks and activities never share a worker. */
export const noopQueues = { workflows: 'noop-workflows', activities: 'noop-activities' } as const;

export interface NoopInput {
  steps: number;
  waitMs: number;
}

export interface NoopActivities {
  nothing: (input: { step: number }) => Promise<{ kind: 'sent' }>;
}
