import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { firstRow, rows, sql } from '#db/sql.ts';
import { openPage } from './browser.ts';
import { addCrowd, launch, openFirm, type BenchFirm } from './firm.ts';
import { prepareCampaign } from './memberships/product.ts';
import { openOffice } from './office.ts';
import { messageId, playProvider } from './provider.ts';
import { spreadOf } from './spread.ts';
import { steadily } from './steady.ts';
import { ms, type Figure } from './table.ts';

const load = { perSecond: 4, count: 100 };
const goal = 500;
const crowd = { tag: 'writers', people: 40 };
const campaign = { name: 'one message', messages: 1, waitMs: 0, people: 1000 };

/** From a webhook's first byte until an open inbox shows its words, with nothing else going on and beside a campaign. */
export async function measureLive(): Promise<Figure[]> {
  const office = await openOffice(['sandbox', 'workflow-worker', 'worker', 'relay', 'web']);
  try {
    const firm = await openFirm(office);
    await office.database.transaction((em) => addCrowd(em, firm, crowd));
    const browser = await openPage(office.app, firm.cookie);
    if (!browser) return [{ what: 'webhook to open inbox', figure: 'no Chromium', met: false }];
    await browser.page.goto(`${office.app}/inbox`);
    await watchWords(browser.page);
    await replies(firm, browser.page, { perSecond: 4, count: 8 });
    const idle = await replies(firm, browser.page, load);
    const campaignId = await prepareCampaign(firm, campaign);
    await launch(firm, campaignId);
    await untilWalking(firm, campaignId);
    const busy = await replies(firm, browser.page, load);
    const left = await walking(firm, campaignId);
    await browser.close();
    return [
      figureOf('webhook to open inbox, idle', idle),
      figureOf('webhook to open inbox, beside a campaign of 1,000', busy),
      { what: 'memberships that still walked at its end', figure: String(left), met: left > 0 },
    ];
  } finally {
    await office.close();
  }
}

/** Notes in the page when each word of ours first stands in the list. */
async function watchWords(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = new Map<string, number>();
    const look = () => {
      const text = document.querySelector('#convs')?.textContent ?? '';
      for (const [word] of text.matchAll(/word-[\w-]+!/g)) {
        if (!seen.has(word)) seen.set(word, performance.timeOrigin + performance.now());
      }
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    Object.assign(window, { seen });
  });
}

const seenWords = (page: Page) =>
  page.evaluate(() => [...(window as unknown as { seen: Map<string, number> }).seen]);

/** Has people write. @returns how long each took to be seen; NaN for one that was not */
async function replies(
  firm: BenchFirm,
  page: Page,
  rate: { perSecond: number; count: number },
): Promise<number[]> {
  const provider = playProvider(firm.office.app);
  const numbers = await writers(firm);
  const run = crypto.randomUUID();
  const said = new Map<string, number>();
  await steadily(rate, async (place) => {
    const word = `word-${run}-${place}!`;
    said.set(word, performance.timeOrigin + performance.now());
    await provider.reply({
      id: messageId(word),
      from: numbers[place % numbers.length] ?? '',
      to: firm.senders[0]?.value ?? '',
      body: word,
    });
  });
  await sleep(3000);
  provider.close();
  const seen = new Map(await seenWords(page));
  return [...said].map(([word, at]) => (seen.get(word) ?? Number.NaN) - at);
}

async function writers({ office, workspaceId }: BenchFirm): Promise<string[]> {
  const found = await rows<{ value: string }>(
    office.database.fork(),
    sql`select a.value from contact c
    join contact_address ca on ca.workspace_id = c.workspace_id and ca.contact_id = c.id
    join address a on a.workspace_id = ca.workspace_id and a.id = ca.address_id
    where c.workspace_id = ${workspaceId} and c.tags @> array[${crowd.tag}::text]`,
  );
  return found.map(({ value }) => value);
}

async function untilWalking(firm: BenchFirm, campaignId: string): Promise<void> {
  while ((await walking(firm, campaignId)) === 0) await sleep(100);
}

async function walking({ office }: BenchFirm, campaignId: string): Promise<number> {
  const row = await firstRow<{ count: number }>(
    office.database.fork(),
    sql`select count(*) as count from membership where campaign_id = ${campaignId} and state = 'walking'`,
  );
  return row?.count ?? 0;
}

function figureOf(what: string, times: readonly number[]): Figure {
  const seen = times.filter((time) => !Number.isNaN(time));
  const { p50, p95, max } = spreadOf(seen);
  const missed = times.length - seen.length;
  return {
    what: `${what}: p50, p95, max${missed ? `, never seen` : ''}`,
    figure: `${ms(p50)}, ${ms(p95)}, ${ms(max)}${missed ? `, ${missed}` : ''}`,
    goal: `p95 < ${goal} ms`,
    met: p95 < goal && missed === 0,
  };
}
