import { makeLink } from '../../access/links.ts';
import { openSession } from '../../access/sessions.ts';
import { createWorkspace } from '../../access/workspaces.ts';
import type { Db } from '../../orm.ts';
import { addAccount } from '../account-rows.ts';
import type { Firm, FirmOptions } from '../alder-and-tide/firm.ts';
import { addExchanges } from '../exchange-rows.ts';
import { addCampaign, addSequence, launchBare } from '../outreach-rows.ts';
import { addPeople } from '../people-rows.ts';
import {
  addDeadLetter,
  addImportRun,
  addQuarantined,
  addUnconfirmedSend,
} from '../trouble-rows.ts';
import { addUser, type SeededUser } from '../users.ts';
import { exchanges } from './conversations.ts';
import { people } from './people.ts';
import { recall } from './sequence.ts';

const zone = 'Europe/Brussels';

const account = {
  key: 'clinique',
  name: 'Clinique du Parc, sandbox',
  sid: 'ACc11a19e0c11a19e0c11a19e0c11a19e0',
  token: 'sandbox-token-of-clinique-du-parc',
  senders: [{ value: '+13055550190', name: 'Accueil', ratePerSecond: 1 }],
};

/** The other tenant: filled with at least one row of everything, so that a leak has something to show. */
export interface CliniqueDuParc extends Firm {
  lien: SeededUser;
  membershipId: string;
  importRunId: string;
  deadLetterId: string;
  quarantinedId: string;
  unconfirmedSendId: string;
  invitationToken: string;
  sessionToken: string;
}

export async function addCliniqueDuParc(
  em: Db,
  { appSecret, blobs }: FirmOptions,
): Promise<CliniqueDuParc> {
  const workspaceId = await createWorkspace(em, {
    name: 'Clinique du Parc',
    mode: 'sandbox',
    zone,
    country: 'BE',
    currency: 'EUR',
    supportContact: 'accueil@clinique.example',
  });
  const lien = await addUser(em, {
    workspaceId,
    email: 'lien@clinique.example',
    name: 'Lien Peeters',
    role: 'owner',
  });
  const provider = await addAccount(em, { workspaceId, ...account }, appSecret);
  const contacts = await addPeople(
    em,
    { workspaceId, country: 'BE', zone, language: 'fr' },
    people,
  );
  const senderId = provider.senders[0]!.id;
  const conversations = await addExchanges(
    em,
    { workspaceId, accountId: provider.accountId, senderId, authors: { lien: lien.id }, blobs },
    contacts,
    exchanges,
  );
  const made = { workspaceId, ...provider, accountKey: account.key, contacts, conversations, lien };
  return { ...made, ...(await addRest(em, { ...made, senderId })) };
}

async function addRest(
  em: Db,
  firm: Pick<
    CliniqueDuParc,
    'workspaceId' | 'accountId' | 'contacts' | 'conversations' | 'lien'
  > & {
    senderId: string;
  },
) {
  const { workspaceId, lien } = firm;
  const by = lien.id;
  const sequence = await addSequence(em, { workspaceId, by, ...recall });
  const campaignId = await addCampaign(em, {
    ...sequence,
    workspaceId,
    by,
    name: 'Rappels de novembre',
    tags: ['dentaire'],
    window: { days: [1, 2, 3, 4, 5], from: 540, to: 1080, zone },
  });
  const { id: contactId, addressId } = firm.contacts[1]!;
  const walk = { workspaceId, campaignId, versionId: sequence.versionId, stepId: 'st-relance' };
  const membershipId = await launchBare(em, { ...walk, contactId, addressId });
  const conversationId = firm.conversations[0]!.id;
  const message = { contactId, addressId, conversationId, body: 'Votre dossier est prêt.' };
  const invitation = { email: 'jef@clinique.example', workspaceId, role: 'agent' as const };
  return {
    ...sequence,
    campaignId,
    membershipId,
    importRunId: await addImportRun(em, { workspaceId, by, fileName: 'patients.csv' }),
    deadLetterId: await addDeadLetter(em, firm),
    quarantinedId: await addQuarantined(em, firm),
    unconfirmedSendId: await addUnconfirmedSend(em, { ...firm, ...message }),
    invitationToken: await makeLink(em, { kind: 'invitation', createdBy: by, ...invitation }),
    sessionToken: await openSession(em, { userId: by, workspaceId, userAgent: 'Lien', ip: null }),
  };
}
