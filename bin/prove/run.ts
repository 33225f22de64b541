import { setTimeout as sleep } from 'node:timers/promises';
import { firstRow, sql } from '#db/sql.ts';
import { startProduct, type Product } from '#test/support/product.ts';
import { openAccount } from '#test/stories/steps/first-day.ts';
import { openWorkflows } from '#test/stories/steps/judge.ts';
import { nightAfter, openClock, type Clock } from './clock.ts';
import { diceOf } from './dice.ts';
import { gather, type Evidence } from './evidence.ts';
import { limits, openFirm, type Firm } from './firm.ts';
import { startKilling, type Kill } from './kills.ts';
import { startProviderFaults } from './provider-faults.ts';
import { untilAllHeard } from './lost-texts.ts';
import { beginLists, playStory, untilQuiet, type Story } from './story.ts';
import { startTraffic } from './traffic.ts';
import { persistently } from './persistently.ts';

export interface ProveOptions {
  seed: number;
  campaigns: number;
  people: number;
  /** How often each place is to be struck. */
  killsEach: number;
  /** How long a process is left alone between two kills, in milliseconds. */
  pauseMs: number;
  /** Between two launches, in milliseconds. */
  launchGapMs: number;
  /** How long one station of the clock may take, in milliseconds. */
  patienceMs: number;
  /** Hours of Portsmouth at which the clock is set down each day; without it, those of the story. */
  stations?: readonly string[];
  /** How many lists of seven thousand rows are imported meanwhile, each into a workspace of its own. */
  lists: number;
  /** What goes wrong at the provider all the time; without it, everything that can. */
  faults?: object;
  /** Given to every process besides. */
  env?: Record<string, string>;
  say?: (what: string) => void;
}

/** What a run leaves behind: the product, still running, and all that a judgement needs. */
export interface Run {
  product: Product;
  clock: Clock;
  evidence: Evidence;
  kills: readonly Kill[];
  /** Places that could not be struck as often as wanted. */
  wanting: string[];
  /** How often each fault of the provider struck. */
  struck: Record<string, number>;
  seconds: number;
  stop: () => Promise<void>;
}

const open = new Set<Product>();

/** For a proof that is told to stop. */
export const closeProducts = () => Promise.all([...open].map((product) => product.stop()));

/** One seed: the whole product under kills and faults, from the first launch until nothing is left to do. */
export async function prove(options: ProveOptions): Promise<Run> {
  const { seed, say = () => undefined } = options;
  const began = Date.now();
  const dice = diceOf(seed);
  const opened: { firm?: Firm } = {};
  const product = await startProduct({
    postgres: 'own',
    fill: async (database, dataDir) =>
      void (opened.firm = await openFirm(database, dataDir, options)),
    failpoints: true,
    env: { LOG_LEVEL: 'error', ...options.env },
  });
  open.add(product);
  const { firm } = opened;
  if (!firm) throw new Error('The firm was not opened.');
  try {
    await openAccount(product.phones, { ratePerSecond: limits.ratePerSecond * 5 });
    const clock = await openClock(product.database, {
      workspaceId: firm.workspaceId,
      userId: firm.maren.id,
    });
    const listIds = await beginLists(firm);
    const launched = { yet: false };
    const endFaults = startProviderFaults(product.phones, { seed, dice, always: options.faults });
    const killer = startKilling(product, {
      each: options.killsEach,
      pauseMs: options.pauseMs,
      launching: () => !launched.yet,
      lists: options.lists,
      dice,
    });
    const traffic = await startTraffic(product, firm, dice);
    const story: Story = {
      product,
      firm,
      clock,
      traffic,
      dice,
      launchGapMs: options.launchGapMs,
      patienceMs: options.patienceMs,
      stations: options.stations,
      say: (what) =>
        say(`${((Date.now() - began) / 1000).toFixed(0)} s, ${killer.kills.length} kills: ${what}`),
    };
    await playStory(story, () => (launched.yet = true));
    await killer.stop();
    const struck = await product.phones.struck();
    await endFaults();
    await traffic.stop();
    story.say('the storm is over');
    await clock.moveTo(nightAfter(clock.now()));
    await settle({ ...story, patienceMs: 120_000 }, listIds);
    const evidence = await gather(product, {
      firm,
      moves: clock.moves,
      kills: killer.kills,
      orders: traffic.orders,
      lostCallbacks: struck['loseCallbacks'] ?? 0,
      listIds,
    });
    return {
      product,
      clock,
      evidence,
      kills: killer.kills,
      wanting: killer.wanting(),
      struck,
      seconds: (Date.now() - began) / 1000,
      stop,
    };
  } catch (error) {
    say(product.lastWords());
    await stop();
    throw error;
  }

  async function stop(): Promise<void> {
    open.delete(product);
    await product.stop();
  }
}

/** In calm weather everything comes to its end; what does not is found by the judge. */
async function settle(story: Story, listIds: readonly string[]): Promise<void> {
  await untilQuiet(story);
  story.say('all is quiet');
  await untilAllHeard(story.product, story.firm);
  story.say('all is heard');
  const end = Date.now() + story.patienceMs;
  while (Date.now() < end) {
    const open = await persistently(() =>
      firstRow<{ n: number }>(
        story.product.database.fork(),
        sql`select (select count(*) from provider_event where state = 'new') + (select count(*) from outbox)
          + (select count(*) from campaign where id = any(${story.firm.campaigns.map(({ id }) => id)}::uuid[]) and state <> 'complete')
          + (select count(*) from import_run where id = any(${listIds}::uuid[]) and state <> 'complete') as n`,
      ),
    );
    // Last of all the engine hears of it.
    if (open?.n === 0 && (await persistently(() => openWorkflows(story.product))) === 0) break;
    await sleep(300);
  }
}
