/**
 * The id of a field at one revision. A morph keeps what was typed into a field that it finds again; after
 * an undo it must not, so the fields of another revision are others.
 */
export const stepFieldId = (name: string, revision: number): string => `f-${name}-${revision}`;
