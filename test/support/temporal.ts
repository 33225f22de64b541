import { inject } from 'vitest';

/** Of this run's Temporal server. Keep files apart by a task queue and an id prefix of their own. */
export const temporalAddress = (): string => inject('temporalAddress');
