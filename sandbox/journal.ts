import { createReadStream } from 'node:fs';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

/** An append-only file of JSON lines. */
export interface Journal<T> {
  /**
   * Resolves once the line has been handed to the operating system: a kill of this process can no
   * longer lose it. Lines appended meanwhile share one write.
   */
  append: (entry: T) => Promise<void>;
  /** Waits for what is under way; what comes later is dropped without an answer. */
  close: () => Promise<void>;
}

/** Opens the file, gives every whole line to `replay` in order, and stands ready to append. */
export async function openJournal<T>(
  file: string,
  replay: (entry: T) => void,
): Promise<Journal<T>> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'a+');
  await dropTornLine(handle);
  for await (const line of createInterface({ input: createReadStream(file) })) {
    replay(JSON.parse(line) as T);
  }
  return writer(handle);
}

function writer<T>(handle: FileHandle): Journal<T> {
  let lines: string[] = [];
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  let isClosed = false;

  async function write(): Promise<void> {
    const batch = lines.join('');
    lines = [];
    next = undefined;
    await handle.appendFile(batch);
  }

  return {
    append(entry) {
      if (isClosed) return new Promise(() => {});
      lines.push(`${JSON.stringify(entry)}\n`);
      next ??= running = running.then(write);
      return next;
    },
    async close() {
      isClosed = true;
      await running;
      await handle.close();
    },
  };
}

/** A kill in the middle of a write leaves half a line, whose message nobody was told was accepted. */
async function dropTornLine(handle: FileHandle): Promise<void> {
  const { size } = await handle.stat();
  const tail = Buffer.alloc(Math.min(size, 4 * 1024 * 1024));
  await handle.read(tail, 0, tail.length, size - tail.length);
  await handle.truncate(size - tail.length + tail.lastIndexOf(10) + 1);
}
