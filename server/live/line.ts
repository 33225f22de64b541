/** The open line to one page. */
export interface Line {
  /** Resolves when the page has taken it. */
  write: (chunk: string) => Promise<unknown>;
  close: () => void;
}

/** A page that takes nothing for so long is gone. */
const STALLED_MS = 20_000;

/** The same line, which never throws, and which a page that has stopped reading does not hold. */
export function patient(line: Line): Line {
  return {
    close: line.close,
    write: async (chunk) => {
      const stalled = setTimeout(line.close, STALLED_MS);
      await line.write(chunk).catch(line.close);
      clearTimeout(stalled);
    },
  };
}
