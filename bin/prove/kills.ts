import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PartName, Product } from '#test/support/product.ts';
import type { Dice } from './dice.ts';
import { persistently } from './persistently.ts';
import {
  allPlaces,
  atRandom,
  ofLaunch,
  ofList,
  places,
  seldom,
  servers,
  withheld,
  workOf,
  type Killable,
} from './places.ts';

/** A kill of one process, at a place in its work or, where there is none, at random. */
export interface Kill {
  part: PartName;
  place: string;
  /** Epoch milliseconds, real time. */
  at: number;
}

export interface Killer {
  readonly kills: readonly Kill[];
  /** Places that have not been struck as often as wanted. */
  wanting: () => string[];
  /** Kills no more, and waits until everything runs. */
  stop: () => Promise<void>;
}

/** The folder in which places are armed; FAILPOINTS of every process. */
const armedIn = (dataDir: string) => join(dataDir, 'failpoints');

export interface Killing {
  /** How often each place is to be struck. */
  each: number;
  /** How long a process is left alone between. */
  pauseMs: number;
  /** Whether somebody still launches: until then the places of launches and of the list come first. */
  launching: () => boolean;
  /** How many lists are imported meanwhile. */
  lists: number;
  dice: Dice;
}

/**
 * Kills the processes of the product over and over, at the places where it matters, so often each, and
 * starts again whatever has died.
 */
export function startKilling(
  product: Product,
  { each, pauseMs, launching, lists, dice }: Killing,
): Killer {
  const folder = armedIn(product.dataDir);
  mkdirSync(folder, { recursive: true });
  const kills: Kill[] = [];
  const soonOver = new Set<string>(lists > 0 ? [...ofLaunch, ...ofList] : ofLaunch);
  const state = { stopping: false, begun: false };
  const stopped = Promise.withResolvers<void>();
  const struck = (part: PartName, place: string) =>
    kills.filter((kill) => kill.part === part && kill.place === place).length;
  const due = (part: PartName, place: string) => struck(part, place) < each;
  const loops = [
    ...(Object.keys(places) as Killable[]).map((part) => strike(part)),
    strikeServers(),
  ];

  return {
    kills,
    wanting: () =>
      allPlaces
        .filter(({ part, place }) => due(part, place))
        .map(({ part, place }) => `${part}: ${place}`),
    async stop() {
      state.stopping = true;
      stopped.resolve();
      await Promise.all(loops);
    },
  };

  /** One process: some of the places that want it are armed; where somebody passes first, it dies. */
  async function strike(part: Killable): Promise<void> {
    while (!state.stopping && places[part].some((place) => due(part, place))) {
      const open = places[part].filter((place) => due(part, place));
      const first = state.begun ? [] : open.filter((place) => soonOver.has(place));
      if (first.length > 0) {
        const place = await dies(part, leastStruck(part, first), comeBackMs);
        if (place) await fell(part, place);
        else state.begun = !launching();
        continue;
      }
      await sleep(pauseMs * (0.5 + dice('pause')));
      const often = open
        .filter((place) => !seldom.has(place))
        .map((place) => ({ place, lot: dice(`arm ${place}`) }))
        .toSorted((a, b) => a.lot - b.lot)
        .slice(0, atOnce);
      const rare = leastStruck(
        part,
        open.filter((place) => seldom.has(place)),
      );
      const place = await dies(part, [...rare, ...often.map((one) => one.place)]);
      if (place) await fell(part, place);
    }
  }

  /** Of places in one work, one: were the earlier armed as well, nobody would reach the later. */
  function leastStruck(part: Killable, open: readonly string[]): string[] {
    const works = Object.values(Object.groupBy(open, workOf));
    return works.flatMap(
      (work = []) => work.toSorted((a, b) => struck(part, a) - struck(part, b))[0] ?? [],
    );
  }

  /** @returns the place at which it died; undefined where nobody passed in good time */
  async function dies(
    part: Killable,
    wanted: readonly string[],
    withinMs = patienceMs,
  ): Promise<string | undefined> {
    const enough = { yet: false };
    const marked = wanted.filter((place) => place !== withheld && place !== atRandom);
    const armed = marked.map((place) => ({ place, file: join(folder, place) }));
    for (const { file } of armed) writeFileSync(file, '');
    const died = product.ended(part).then(() => 'died' as const);
    const place = await Promise.race([
      died,
      sleep(withinMs).then(() => undefined),
      stopped.promise.then(() => undefined),
      ...(wanted.includes(atRandom)
        ? [sleep(patienceMs * dice('random')).then(() => atRandom)]
        : []),
      ...(wanted.includes(withheld) ? [answerWithheld(enough)] : []),
    ]);
    enough.yet = true;
    // Whoever has taken a file away dies of it.
    const passed = armed.find(({ file }) => !existsSync(file))?.place;
    for (const { file } of armed) rmSync(file, { force: true });
    if (passed === undefined && place !== undefined && place !== 'died') await product.kill(part);
    else if (passed === undefined && place === undefined) return undefined;
    await died;
    return passed ?? (place === 'died' ? 'by itself' : place);
  }

  async function answerWithheld(enough: { yet: boolean }): Promise<string | undefined> {
    const before = await withholdings();
    while (!enough.yet && !state.stopping) {
      if ((await withholdings()) > before) return withheld;
      await sleep(20);
    }
    return new Promise(() => {});
  }

  async function withholdings(): Promise<number> {
    const struck = await product.phones.struck().catch((): Record<string, number> => ({}));
    return struck['withhold'] ?? 0;
  }

  async function fell(part: PartName, place: string): Promise<void> {
    kills.push({ part, place, at: Date.now() });
    // As its supervisor does: what it needs may be away at the same moment.
    await persistently(() => product.start(part), 120_000);
  }

  async function strikeServers(): Promise<void> {
    let turn = 0;
    while (!state.stopping && servers.some((part) => due(part, atRandom))) {
      const part = servers[turn++ % servers.length] as PartName;
      await sleep(3 * pauseMs * (0.5 + dice('servers')));
      if (state.stopping || !due(part, atRandom)) continue;
      await product.kill(part);
      await fell(part, atRandom);
    }
  }
}

/** Of the others so many are armed at once, and give way after a while. */
const atOnce = 2;
const patienceMs = 10_000;
/** An import or a launch that a kill broke off is missed by the engine, and only then begun again. */
const comeBackMs = 25_000;
