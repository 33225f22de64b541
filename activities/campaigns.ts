import { enrolAudience } from '#db/campaigns/enrol.ts';
import {
  campaignStanding,
  completeIfOver,
  markStarted,
  nextRelease,
  takeDue,
  wakeResumed,
} from '#db/campaigns/release.ts';
import { failpoint } from '#db/process/failpoint.ts';
import { skeletonOf } from '#domain/sequences/skeleton.ts';
import { nextStretch } from '#domain/sequences/walk.ts';
import type { CampaignActivities, ReleaseResult } from '#workflows/campaigns/activities.ts';
import { alive } from './alive.ts';
import { closeWalks } from './campaigns/close-walks.ts';
import { startWalks } from './campaigns/walks.ts';
import { versionBlocks } from './sending/versions.ts';
import type { World } from './world.ts';

const batch = 100;

/** A launch: the audience, the releases, and the end. */
export function createCampaignActivities({ database }: World): CampaignActivities {
  return {
    // Some of their statements take long where the audience is large.
    enrolAudience: (input) => alive(() => launch(input)),
    releaseDue: (input) => alive(() => releaseDue(input)),
    closeWalks: (input) => alive(() => closeWalks(database, input.campaignId)),
  };

  async function launch({ campaignId }: { campaignId: string }): Promise<void> {
    await enrolAudience(database, campaignId);
    failpoint('launch.enrolled');
  }

  async function releaseDue({ campaignId }: { campaignId: string }): Promise<ReleaseResult> {
    let resumed = false;
    for (;;) {
      const standing = await campaignStanding(database.fork(), campaignId);
      if (standing.state === 'stopped') return { kind: 'stopped' };
      if (standing.state === 'complete') return { kind: 'complete' };
      if (standing.state === 'paused') return { kind: 'waiting', waitMs: null, why: 'paused' };
      // Once a look: whoever is parked again, for another reason, waits for other news.
      if (!resumed) await database.transaction((em) => wakeResumed(em, campaignId));
      resumed = true;
      if ((await release(campaignId, standing)) === 0) return waitFor(campaignId, standing.now);
    }
  }

  async function release(
    campaignId: string,
    standing: { workspaceId: string; versionId: string },
  ): Promise<number> {
    const { workspaceId, versionId } = standing;
    const skeleton = skeletonOf(await versionBlocks(database.fork(), versionId));
    const due = { firstStepId: nextStretch(skeleton, null).step?.id ?? null, most: batch };
    const walks = await database.transaction((em) => takeDue(em, campaignId, due));
    if (walks.length === 0) return 0;
    failpoint('release.taken');
    await startWalks({ workspaceId, campaignId, walks, skeleton });
    failpoint('release.started');
    const membershipIds = walks.map(({ id }) => id);
    await database.transaction((em) => markStarted(em, { workspaceId, campaignId, membershipIds }));
    return walks.length;
  }

  async function waitFor(campaignId: string, now: Date): Promise<ReleaseResult> {
    const next = await nextRelease(database.fork(), campaignId);
    if (next) return { kind: 'waiting', waitMs: next.getTime() - now.getTime(), why: 'next-day' };
    const over = await database.transaction((em) => completeIfOver(em, campaignId));
    return over ? { kind: 'complete' } : { kind: 'waiting', waitMs: null, why: 'walking' };
  }
}
