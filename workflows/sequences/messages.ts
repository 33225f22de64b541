import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { Ending, Progress } from '#domain/campaigns/membership.ts';
import { queryNames, signalNames } from '#domain/names.ts';

/** Something about this walk has changed in the database: look again. */
export const woken = defineSignal(signalNames.woken);

/** The walk is over, as its row says already: a reply, an opt-out, a stop. */
export const ended = defineSignal<[{ ending: Ending }]>(signalNames.ended);

export const progress = defineQuery<Progress>(queryNames.progress);
