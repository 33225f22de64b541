/**
 * What a provider's webhook is about, and by that the lane of the relay that applies it: what a person said,
 * how far a message of ours came, calls and their parts, what changed in the provider's own book.
 */
export const eventKinds = ['message', 'status', 'call', 'directory'] as const;

export type EventKind = (typeof eventKinds)[number];
