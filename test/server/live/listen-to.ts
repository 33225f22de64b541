/** One message of a stream as a browser reads it. */
export interface Heard {
  event: string;
  data: string;
  id: string | null;
}

/** Reads a stream of server-sent events by hand. */
export function listenTo(response: Response) {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const heard: Heard[] = [];
  const state = { buffer: '', ended: false, lastId: '' };
  void read();
  return {
    heard,
    state,
    until,
    names: () => heard.map(({ event }) => event),
    close: () => reader.cancel(),
  };

  async function read(): Promise<void> {
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (done || value === undefined) break;
      state.buffer += value;
      const blocks = state.buffer.split('\n\n');
      state.buffer = blocks.pop() ?? '';
      blocks.forEach(take);
    }
    state.ended = true;
  }

  function take(block: string): void {
    const fields = block.split('\n').map((line) => /^(\w+): ?(.*)$/s.exec(line));
    const of = (name: string) =>
      fields.filter((field) => field?.[1] === name).map((field) => field?.[2] ?? '');
    const id = of('id')[0] ?? null;
    if (id !== null) state.lastId = id;
    if (of('event').length + of('data').length > 0) {
      heard.push({ event: of('event')[0] ?? 'message', data: of('data').join('\n'), id });
    }
  }

  /** The first message of a name (or the end), from now or before. */
  async function until(name: string, patienceMs = 4000): Promise<Heard> {
    for (const end = Date.now() + patienceMs; Date.now() < end;) {
      const found = heard.find(({ event }) => event === name);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`No ${name} among ${heard.map(({ event }) => event).join(', ')}.`);
  }
}
