import { join } from 'node:path';
import { createWorkspace } from '#db/access/workspaces.ts';
import { localBlobs } from '#db/blobs.ts';
import type { Database } from '#db/orm.ts';
import { addAlderAndTide, zone, type AlderAndTide } from '#db/seeds/alder-and-tide/firm.ts';
import { addCampaign, addSequence } from '#db/seeds/outreach-rows.ts';
import { run, sql } from '#db/sql.ts';
import type { CampaignWindow } from '#domain/sending/open-hours.ts';
import type { Block } from '#domain/sequences/step.ts';
import type { Importer } from '#test/support/imports.ts';
import { appSecret } from '#test/support/world.ts';
import { addCrowd, type Home } from '../bench/firm.ts';

/** The Saturday before the night in which the United States change their clocks; ten in Portsmouth. */
export const saturdayTen = Date.parse('2027-03-13T15:00:00Z');

/** What the judge holds the product to, told to it and to the product alike. */
export const limits = { ratePerSecond: 1, senderCap: 25, campaignDay: 40 } as const;

/** One campaign as the judge knows it. The second and third text are the same, word for word. */
export interface ProvedCampaign {
  id: string;
  texts: readonly [string, string, string];
  window: CampaignWindow;
  people: number;
}

export interface Firm extends AlderAndTide {
  campaigns: ProvedCampaign[];
  /** One for each list, in a workspace of its own. */
  importers: Importer[];
}

const homes: Home[] = [
  { areaCodes: ['617', '978'], city: 'Boston', region: 'MA', zone: 'America/New_York' },
  { areaCodes: ['312', '773'], city: 'Chicago', region: 'IL', zone: 'America/Chicago' },
  { areaCodes: ['303', '720'], city: 'Denver', region: 'CO', zone: 'America/Denver' },
  { areaCodes: ['602', '480'], city: 'Phoenix', region: 'AZ', zone: 'America/Phoenix' },
  { areaCodes: ['213', '415'], city: 'Los Angeles', region: 'CA', zone: 'America/Los_Angeles' },
  { areaCodes: ['907'], city: 'Anchorage', region: 'AK', zone: 'America/Anchorage' },
  { areaCodes: ['808'], city: 'Honolulu', region: 'HI', zone: 'Pacific/Honolulu' },
];

const everyDay: CampaignWindow['days'] = [1, 2, 3, 4, 5, 6, 7];

/** The last is open over midnight, so also in the hour that the night of the change leaves out. */
const windows: CampaignWindow[] = [
  { days: everyDay, from: 9 * 60, to: 18 * 60, zone },
  { days: everyDay, from: 8 * 60, to: 17 * 60, zone: 'America/Chicago' },
  { days: everyDay, from: 9 * 60, to: 17 * 60, zone: 'America/Los_Angeles' },
  { days: everyDay, from: 10 * 60, to: 3 * 60, zone },
];

/** The home-repair firm with campaigns for people on seven clocks, and a workspace more for each list. */
export async function openFirm(
  database: Database,
  dataDir: string,
  { campaigns, people, lists }: { campaigns: number; people: number; lists: number },
): Promise<Firm> {
  const blobs = localBlobs(join(dataDir, 'blobs'));
  return database.transaction(async (em) => {
    const clockOffsetMs = saturdayTen - Date.now();
    const firm = await addAlderAndTide(em, { appSecret, blobs, clockOffsetMs });
    const { workspaceId, maren } = firm;
    await run(
      em,
      sql`update sender set rate_per_second = ${limits.ratePerSecond}, daily_cap = ${limits.senderCap} where workspace_id = ${workspaceId}`,
    );
    await run(em, sql`update workspace set daily_limit = 100000 where id = ${workspaceId}`);
    const proved: ProvedCampaign[] = [];
    for (let n = 0; n < campaigns; n++) {
      const tag = `prove-${n}`;
      for (const home of homes) {
        const share = Math.ceil(people / campaigns / homes.length);
        await addCrowd(em, firm, { tag, people: share, home });
      }
      const texts = textsOf(n);
      const window = windows[n % windows.length] as CampaignWindow;
      const sequence = await addSequence(em, {
        workspaceId,
        by: maren.id,
        name: `Prove ${n}`,
        blocks: blocksOf(texts),
      });
      const id = await addCampaign(em, {
        ...sequence,
        workspaceId,
        by: maren.id,
        name: `Prove ${n}`,
        tags: [tag],
        window,
        dailyLimit: limits.campaignDay,
      });
      proved.push({
        id,
        texts,
        window,
        people: Math.ceil(people / campaigns / homes.length) * homes.length,
      });
    }
    const importers: Importer[] = [];
    for (let n = 0; n < lists; n++) {
      const other = await createWorkspace(em, { name: `Granite ${n}`, mode: 'sandbox', zone });
      importers.push({ database, blobs, workspaceId: other, userId: maren.id });
    }
    return { ...firm, campaigns: proved, importers };
  });
}

/** Without fields, so that a text is the same for everybody: the judge counts texts. */
function textsOf(n: number): ProvedCampaign['texts'] {
  const again = `Still thinking it over? Answer any time. (${n})`;
  return [`Hello from Alder & Tide, offer ${n}. Reply STOP to opt out.`, again, again];
}

const blocksOf = (texts: readonly string[]): Block[] =>
  texts.flatMap((text, place): Block[] => [
    ...(place === 0 ? [] : [wait(place)]),
    {
      id: `st-${place}`,
      kind: 'message',
      channel: 'sms',
      variants: [{ id: `va-${place}`, text }],
    },
  ]);

const wait = (place: number): Block => ({
  id: `st-wait-${place}`,
  kind: 'wait',
  amount: 1,
  unit: 'days',
});
