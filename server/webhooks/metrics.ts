import { Counter, Histogram } from 'prom-client';

/** Webhooks by what became of them: stored, repeated, malformed, unsigned, unknown, failed. */
export const webhooksTaken = new Counter({
  name: 'throughline_webhooks_total',
  help: 'Webhooks by provider, kind and outcome',
  labelNames: ['provider', 'kind', 'outcome'],
});

export const webhookSeconds = new Histogram({
  name: 'throughline_webhook_seconds',
  help: 'From the first byte to the answer',
  labelNames: ['provider'],
  buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2],
});
