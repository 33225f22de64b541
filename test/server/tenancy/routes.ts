import type { Permission } from '#domain/access/permissions.ts';
import { password, type TestWorld } from '#test/support/world.ts';
import type { Foreign } from './foreign.ts';

type Form = Record<string, string | readonly string[]>;

/**
 * One's own thing with ids of someone else's in the form or the query: they may be refused or passed
 * over, but no row of one's own may name them afterwards.
 */
type Bodies = (own: TestWorld['alder'], foreign: Foreign) => { path: string; form?: Form }[];

/**
 * How a route is tried with what belongs to someone else.
 * - `open`: for anyone, signed in or not; only its words are looked at.
 * - `own`: it names nothing; it must answer a seat of its own workspace, without a foreign word.
 * - `foreign`: each `:part` of its address names something of the other workspace, and it must refuse.
 */
export type Entry =
  | { kind: 'open'; path?: string; form?: Form }
  | { kind: 'own'; needs?: Permission; path?: string; form?: Form; bodies?: Bodies }
  | { kind: 'foreign'; parts: Parts; needs?: Permission; form?: Form; bodies?: Bodies };

/** What a part names; one that names nothing is written as `'=text'`. */
type Parts = Record<string, keyof Foreign | `=${string}`>;

type Rest<K extends Entry['kind']> = Omit<Extract<Entry, { kind: K }>, 'kind' | 'parts'>;

const open = (more: Rest<'open'> = {}): Entry => ({ kind: 'open', ...more });
const own = (more: Rest<'own'> = {}): Entry => ({ kind: 'own', ...more });
const foreign = (parts: Parts, more: Rest<'foreign'> = {}): Entry => ({
  kind: 'foreign',
  parts,
  ...more,
});

/** A draft of a campaign as its form sends it. */
const draft = {
  name: 'Storm windows, November',
  days: ['1', '2', '3'],
  from: '09:00',
  to: '18:00',
  zone: 'America/New_York',
  dailyLimit: '125',
};

/** A change of consent as its form sends it. */
const consent = { what: 'refused', channel: 'sms', day: '2026-11-20', note: 'Said so' };

/** Every route of the app: `METHOD /path` as it is registered. */
export const routes: Record<string, Entry> = {
  // Machines and doors
  'GET /assets/:name': open({ path: '/assets/nothing.css' }),
  'GET /healthz': open(),
  'GET /readyz': open(),
  'POST /webhooks/twilio/:key/messages': open({ path: '/webhooks/twilio/nobody/messages' }),
  'POST /webhooks/twilio/:key/status': open({ path: '/webhooks/twilio/nobody/status' }),
  'GET /sign-in': open(),
  'POST /sign-in': open({ form: { email: 'lien@clinique.example', password: `not ${password}` } }),
  'POST /sign-out': open(),
  'GET /setup': open(),
  'POST /setup': open(),
  'GET /forgotten-password': open(),
  'POST /forgotten-password': open({ form: { email: 'nobody@clinique.example' } }),
  'GET /reset/:token': open({ path: '/reset/guessed' }),
  'POST /reset/:token': open({ path: '/reset/guessed', form: { password: 'a long new password' } }),
  'GET /invitations/:token': open({ path: '/invitations/guessed' }),
  'POST /invitations/:token': open({ path: '/invitations/guessed' }),
  'GET /styleguide': open(),
  'GET /styleguide/dialog': open(),

  // The workspace and its members
  'GET /': own(),
  'GET /clock': own(),
  'POST /clock': own({ needs: 'clock.move', form: { move: 'hour' } }),
  'GET /settings': own(),
  'POST /settings': own({ needs: 'settings.write' }),
  'GET /settings/profile': own(),
  'POST /settings/profile': own({ form: { name: 'Someone Else' } }),
  'POST /settings/password': own(),
  'POST /settings/workspace': own({
    form: { workspace: 'nowhere' },
    bodies: (_, { workspace }) => [{ path: '/settings/workspace', form: { workspace } }],
  }),
  'DELETE /settings/sessions': own(),
  'DELETE /settings/sessions/:id': foreign({ id: 'session' }),
  'GET /settings/members': own({ needs: 'member.manage' }),
  'POST /settings/members/:id': foreign(
    { id: 'seat' },
    { needs: 'member.manage', form: { role: 'viewer' } },
  ),
  'DELETE /settings/members/:id': foreign({ id: 'seat' }, { needs: 'member.manage' }),
  'POST /settings/members/:id/reset-link': foreign({ id: 'seat' }, { needs: 'member.manage' }),
  'POST /settings/members/invitations': own({ needs: 'member.manage' }),
  'DELETE /settings/members/invitations/:id': foreign(
    { id: 'invitation' },
    { needs: 'member.manage' },
  ),

  // What happens, and what could not be read
  'GET /events': own(),
  'GET /settings/events': own({ needs: 'event.replay' }),
  'POST /settings/events/:id/replay': foreign({ id: 'deadLetter' }, { needs: 'event.replay' }),
  'POST /settings/events/quarantined/:id/replay': foreign(
    { id: 'quarantined' },
    { needs: 'event.replay' },
  ),

  // Walks
  'GET /memberships/:id': foreign({ id: 'membership' }),
  'GET /memberships/:id/progress': foreign({ id: 'membership' }),
  'POST /memberships/:id/pause': foreign({ id: 'membership' }, { needs: 'membership.control' }),
  'POST /memberships/:id/resume': foreign({ id: 'membership' }, { needs: 'membership.control' }),
  'POST /memberships/:id/send-now': foreign({ id: 'membership' }, { needs: 'membership.control' }),
  'POST /memberships/:id/stop': foreign({ id: 'membership' }, { needs: 'membership.control' }),

  // Campaigns
  'GET /campaigns': own(),
  'GET /campaigns/new': own({ needs: 'campaign.write' }),
  'POST /campaigns': own({
    needs: 'campaign.write',
    bodies: (_, { version }) => [
      { path: '/campaigns', form: { name: 'Borrowed', versionId: version } },
    ],
  }),
  'GET /campaigns/:id/draft': foreign({ id: 'campaign' }, { needs: 'campaign.write' }),
  'POST /campaigns/:id/draft': foreign(
    { id: 'campaign' },
    {
      needs: 'campaign.write',
      bodies: ({ campaignId, versionId }, { version, sender }) => [
        { path: `/campaigns/${campaignId}/draft`, form: { ...draft, versionId: version } },
        {
          path: `/campaigns/${campaignId}/draft`,
          form: { ...draft, versionId, senderIds: sender },
        },
      ],
    },
  ),
  'POST /campaigns/:id/audience': foreign({ id: 'campaign' }, { needs: 'campaign.write' }),
  'GET /campaigns/:id': foreign({ id: 'campaign' }),
  'GET /campaigns/:id/figures': foreign({ id: 'campaign' }),
  'GET /campaigns/:id/review': foreign({ id: 'campaign' }),
  'GET /campaigns/:id/people': foreign({ id: 'campaign' }),
  'POST /campaigns/:id/launch': foreign({ id: 'campaign' }, { needs: 'campaign.launch' }),
  'POST /campaigns/:id/pause': foreign({ id: 'campaign' }, { needs: 'campaign.control' }),
  'POST /campaigns/:id/resume': foreign({ id: 'campaign' }, { needs: 'campaign.control' }),
  'POST /campaigns/:id/stop': foreign({ id: 'campaign' }, { needs: 'campaign.control' }),

  // Imports
  'GET /imports': own(),
  'GET /imports/new': own({ needs: 'import.write' }),
  'POST /imports': own({ needs: 'import.write' }),
  'GET /imports/:id': foreign({ id: 'importRun' }),
  'GET /imports/:id/preview': foreign({ id: 'importRun' }),
  'GET /imports/:id/progress': foreign({ id: 'importRun' }),
  'GET /imports/:id/rejected.csv': foreign({ id: 'importRun' }, { needs: 'contact.export' }),
  'POST /imports/:id/mapping': foreign({ id: 'importRun' }, { needs: 'import.write' }),
  'POST /imports/:id/start': foreign({ id: 'importRun' }, { needs: 'import.write' }),
  'POST /imports/:id/pause': foreign({ id: 'importRun' }, { needs: 'import.write' }),
  'DELETE /imports/:id/pause': foreign({ id: 'importRun' }, { needs: 'import.write' }),
  'POST /imports/:id/cancel': foreign({ id: 'importRun' }, { needs: 'import.write' }),

  // Contacts, and what came with their messages
  'GET /contacts': own(),
  'GET /contacts.csv': own({ needs: 'contact.export' }),
  'GET /contacts/new': own({ needs: 'contact.write' }),
  'POST /contacts': own({ needs: 'contact.write' }),
  'POST /contacts/tags': own({
    needs: 'contact.write',
    bodies: (_, { contact }) => [
      { path: '/contacts/tags', form: { tag: 'borrowed', selected: contact } },
    ],
  }),
  'GET /contacts/:id': foreign({ id: 'contact' }),
  'GET /contacts/:id/timeline': foreign({ id: 'contact' }),
  'GET /contacts/:id/edit': foreign({ id: 'contact' }, { needs: 'contact.write' }),
  'POST /contacts/:id': foreign(
    { id: 'contact' },
    { needs: 'contact.write', form: { firstName: 'Borrowed', revision: '0' } },
  ),
  'GET /contacts/:id/merge': foreign(
    { id: 'contact' },
    {
      needs: 'contact.write',
      bodies: ({ contacts }, { contact }) => [
        { path: `/contacts/${contacts[5]!.id}/merge?with=${contact}` },
      ],
    },
  ),
  'POST /contacts/:id/merge': foreign(
    { id: 'contact' },
    {
      needs: 'contact.write',
      form: {},
      bodies: ({ contacts }, { contact }) => [
        { path: `/contacts/${contacts[5]!.id}/merge`, form: { with: contact } },
      ],
    },
  ),
  'GET /contacts/:id/erasure': foreign({ id: 'contact' }, { needs: 'contact.erase' }),
  'POST /contacts/:id/erasure': foreign({ id: 'contact' }, { needs: 'contact.erase' }),
  'GET /contacts/:id/addresses': foreign({ id: 'contact' }, { needs: 'contact.write' }),
  'POST /contacts/:id/addresses': foreign(
    { id: 'contact' },
    { needs: 'contact.write', form: { value: '+16035550199' } },
  ),
  'DELETE /contacts/:id/addresses/:address': foreign(
    { id: 'contact', address: 'address' },
    {
      needs: 'contact.write',
      bodies: ({ contacts }, { address }) => [
        { path: `/contacts/${contacts[5]!.id}/addresses/${address}` },
      ],
    },
  ),
  'GET /contacts/:id/addresses/:address/consent': foreign(
    { id: 'contact', address: 'address' },
    {
      needs: 'contact.write',
      bodies: ({ contacts }, { address }) => [
        { path: `/contacts/${contacts[5]!.id}/addresses/${address}/consent` },
      ],
    },
  ),
  'POST /contacts/:id/addresses/:address/consent': foreign(
    { id: 'contact', address: 'address' },
    {
      needs: 'contact.write',
      form: consent,
      bodies: ({ contacts }, { address }) => [
        { path: `/contacts/${contacts[5]!.id}/addresses/${address}/consent`, form: consent },
      ],
    },
  ),
  'GET /attachments/:id': foreign({ id: 'attachment' }),

  // Sends that a person decides
  'GET /sends/unconfirmed': own(),
  'POST /sends/decisions': own({
    needs: 'send.decide',
    bodies: (_, { send }) => [
      { path: '/sends/decisions', form: { verdict: 'lost', selected: send } },
    ],
  }),
};
