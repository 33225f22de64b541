/** The requests of one account since the start of the sandbox, so that a test can judge a client. */
export interface RequestLog {
  note: (method: string, url: URL, now: number) => void;
  /** A request that was answered with 429. */
  noteRefused: (now: number) => void;
  body: () => object;
  clear: () => void;
}

/** More instants than this are forgotten, oldest first; counts are never. */
const INSTANTS = 200_000;

export function createRequestLog(): RequestLog {
  const paths = new Map<string, number>();
  const urls = new Map<string, number>();
  const at: number[] = [];
  const refusedAt: number[] = [];

  return {
    note(method, url, now) {
      count(paths, `${method} ${url.pathname.replace(/^(\/v1\/[^/]+\/)[^/]+$/, '$1:id')}`);
      count(urls, `${method} ${url.pathname}${url.search}`);
      keep(at, now);
    },
    noteRefused: (now) => keep(refusedAt, now),
    body: () => ({
      count: at.length,
      paths: Object.fromEntries(paths),
      repeated: [...urls].filter(([, times]) => times > 1).map(([url, times]) => ({ url, times })),
      busiestSecond: busiestSecond(at),
      at,
      refusedAt,
    }),
    clear() {
      paths.clear();
      urls.clear();
      at.length = 0;
      refusedAt.length = 0;
    },
  };
}

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

function keep(list: number[], now: number): void {
  list.push(now);
  if (list.length > INSTANTS) list.splice(0, INSTANTS / 2);
}

/** The most requests that came within any thousand milliseconds. */
function busiestSecond(at: readonly number[]): number {
  let [first, most] = [0, 0];
  for (let last = 0; last < at.length; last += 1) {
    while (at[last]! - at[first]! >= 1000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
