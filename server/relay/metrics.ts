import { Counter, Gauge } from 'prom-client';

export const outboxDelivered = new Counter({
  name: 'throughline_outbox_delivered_total',
  help: 'Rows of the outbox by kind and what became of them',
  labelNames: ['kind', 'outcome'],
});

export const outboxDepth = new Gauge({
  name: 'throughline_outbox_depth',
  help: 'Rows that wait in the outbox',
});

export const outboxLag = new Gauge({
  name: 'throughline_outbox_lag_seconds',
  help: 'Age of the oldest row in the outbox',
});

export const eventsApplied = new Counter({
  name: 'throughline_events_total',
  help: 'Provider events by kind and what became of them: applied, later, dead, failed',
  labelNames: ['kind', 'outcome'],
});

export const eventsWaiting = new Gauge({
  name: 'throughline_events_waiting',
  help: 'Provider events that are not applied yet, and dead letters',
  labelNames: ['state'],
});

export const eventsLag = new Gauge({
  name: 'throughline_events_lag_seconds',
  help: 'Age of the oldest provider event that is due',
});
