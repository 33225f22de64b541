/**
 * An instant of the real clock as a page of this workspace tells it. Sessions and links live in real
 * time; a page of a sandbox that has run ahead would otherwise call the present "three days ago".
 */
export const onWorkspaceClock = (at: Date, { clockOffsetMs }: { clockOffsetMs: number }): Date =>
  new Date(at.getTime() + clockOffsetMs);
