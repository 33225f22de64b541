import { createWorkspace } from '../../access/workspaces.ts';
import type { BlobStore } from '../../blobs.ts';
import type { Db } from '../../orm.ts';
import { addAccount, type SeededSender } from '../account-rows.ts';
import { addExchanges, type SeededConversation } from '../exchange-rows.ts';
import { addCampaign, addSequence } from '../outreach-rows.ts';
import { addPeople, type SeededContact } from '../people-rows.ts';
import { addUser, type SeededUser } from '../users.ts';
import { exchanges } from './conversations.ts';
import { people } from './people.ts';
import { senders } from './senders.ts';
import { stormWindows } from './sequence.ts';

export const name = 'Alder & Tide';
export const zone = 'America/New_York';

/** The account of the demo, as the sandbox must know it. */
export const account = {
  key: 'demo',
  name: 'Alder & Tide, sandbox',
  sid: 'AC5eed0a1de7a2d71de5eed0a1de7a2d71',
  token: 'sandbox-token-of-alder-and-tide',
  senders,
};

/** Everything of one workspace that a test or a page may want to name. */
export interface Firm {
  workspaceId: string;
  accountId: string;
  accountKey: string;
  senders: SeededSender[];
  contacts: SeededContact[];
  conversations: SeededConversation[];
  sequenceId: string;
  versionId: string;
  campaignId: string;
}

export interface AlderAndTide extends Firm {
  maren: SeededUser;
  dana: SeededUser;
  sal: SeededUser;
}

export interface FirmOptions {
  /** Seals the credentials. */
  appSecret: string;
  /** Where the pictures lie; without it there are none. */
  blobs?: BlobStore | undefined;
  clockOffsetMs?: number;
  /** Of the campaign. */
  dailyLimit?: number;
}

/** A home-repair firm in Portsmouth, New Hampshire, on a sandbox account. */
export async function addAlderAndTide(
  em: Db,
  { appSecret, blobs, clockOffsetMs = 0, dailyLimit = 125 }: FirmOptions,
): Promise<AlderAndTide> {
  const workspaceId = await createWorkspace(em, {
    name,
    mode: 'sandbox',
    zone,
    supportContact: '(603) 555-0161',
    clockOffsetMs,
  });
  const staff = await addStaff(em, workspaceId);
  const provider = await addAccount(em, { workspaceId, ...account }, appSecret);
  const home = { workspaceId, country: 'US', zone, language: 'en' };
  const contacts = await addPeople(em, home, people);
  const conversations = await addExchanges(
    em,
    {
      workspaceId,
      accountId: provider.accountId,
      senderId: provider.senders[0]!.id,
      authors: { maren: staff.maren.id, dana: staff.dana.id, sal: staff.sal.id },
      blobs,
    },
    contacts,
    exchanges,
  );
  const by = staff.maren.id;
  const sequence = await addSequence(em, { workspaceId, by, ...stormWindows });
  const campaignId = await addCampaign(em, {
    ...sequence,
    workspaceId,
    by,
    name: 'Storm windows, November',
    tags: ['storm-windows', 'windows', 'gutters'],
    dailyLimit,
    window: { days: [1, 2, 3, 4, 5], from: 9 * 60, to: 18 * 60, zone },
  });
  const made = { ...provider, ...sequence, accountKey: account.key, contacts, conversations };
  return { workspaceId, ...made, campaignId, ...staff };
}

async function addStaff(em: Db, workspaceId: string) {
  const at = (user: string) => `${user}@aldertide.example`;
  return {
    maren: await addUser(em, {
      workspaceId,
      email: at('maren'),
      name: 'Maren Okafor',
      role: 'owner',
    }),
    dana: await addUser(em, {
      workspaceId,
      email: at('dana'),
      name: 'Dana Whitcomb',
      role: 'agent',
    }),
    sal: await addUser(em, { workspaceId, email: at('sal'), name: 'Sal Ferreira', role: 'viewer' }),
  };
}
