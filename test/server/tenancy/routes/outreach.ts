import { foreign, own, type Entry } from '../entry.ts';

/** A draft of a campaign as its form sends it. */
const draft = {
  name: 'Storm windows, November',
  days: ['1', '2', '3'],
  from: '09:00',
  to: '18:00',
  zone: 'America/New_York',
  dailyLimit: '125',
};

/** Sequences, campaigns, walks, senders and what became of sends. */
export const outreach: Record<string, Entry> = {
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

  // Sends that a person decides
  'GET /sends/unconfirmed': own(),
  'POST /sends/decisions': own({
    needs: 'send.decide',
    bodies: (_, { send }) => [
      { path: '/sends/decisions', form: { verdict: 'lost', selected: send } },
    ],
  }),
};
