/** PostgreSQL's words for a row that is gone, and for one that is there already. */
const overtaken = new Set(['23503', '23505']);

/**
 * Does something again, once, where another transaction has changed the thread meanwhile: two contacts
 * became one, or the provider's past told of the same message.
 */
export async function onceMore(work: (isAgain: boolean) => Promise<void>): Promise<void> {
  try {
    await work(false);
  } catch (error) {
    if (!overtaken.has(String((error as { code?: unknown }).code))) throw error;
    await work(true);
  }
}
