/** Timers that can all be let go at once, so that a closed sandbox does nothing more. */
export interface Timers {
  after: (ms: number, run: () => void) => void;
  sleep: (ms: number) => Promise<void>;
  close: () => void;
}

export function createTimers(): Timers {
  const running = new Set<NodeJS.Timeout>();
  let closed = false;

  function after(ms: number, run: () => void): void {
    if (closed) return;
    const timer = setTimeout(() => {
      running.delete(timer);
      run();
    }, ms);
    running.add(timer);
  }

  return {
    after,
    sleep: (ms) => new Promise((resolve) => after(ms, resolve)),
    close() {
      closed = true;
      for (const timer of running) clearTimeout(timer);
      running.clear();
    },
  };
}
