/** A mishap that the person at the terminal can cure: one sentence on what is wrong, one on what to do. */
export class Trouble extends Error {
  /**
   * @param {string} what
   * @param {string} cure
   * @param {unknown} [cause]
   */
  constructor(what, cure, cause) {
    super(`${what} ${cure}`, { cause });
    this.name = 'Trouble';
    this.what = what;
    this.cure = cure;
  }
}

const cures = /** @type {Record<string, string>} */ ({
  ENOSPC: 'The disk is full. Free a few gigabytes and start again.',
  EROFS: 'The disk is read-only. Put the project on a disk that can be written.',
  EACCES: 'A file or folder may not be written. Run as the user who owns this folder.',
  EMFILE: 'Too many files are open. Raise the limit with "ulimit -n 4096" and start again.',
});

/**
 * The sentence for any failure: our own as they are, the system's with their cure, others as they came.
 * @param {unknown} error
 * @returns {string}
 */
export function sentence(error) {
  if (error instanceof Trouble) return error.message;
  const { code, path, message } = /** @type {NodeJS.ErrnoException} */ (error);
  const cure = cures[code ?? ''];
  return cure ? `${cure}${path ? ` (${path})` : ''}` : (message ?? String(error));
}

/** Words by which programs of others report a full disk. */
export const diskFull = /no space left on device|ENOSPC|disk quota exceeded/i;
