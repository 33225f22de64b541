/** Waits for something that others bring about. @throws after the patience is over */
export async function until(
  holds: () => Promise<boolean>,
  { patienceMs = 20_000, everyMs = 50 } = {},
): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > end)
      throw new Error(`This did not come about in ${patienceMs} ms: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
