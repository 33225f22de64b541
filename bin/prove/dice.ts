import { createDice } from '../../sandbox/faults/dice.ts';

/** A number from 0 to 1 for each kind of question; the same seed gives the same row of answers. */
export type Dice = (kind: string) => number;

export const diceOf = (seed: number): Dice => createDice(seed);
