import { foreign, own, type Entry } from '../entry.ts';

/** The day, the settings, the members, and what happens. */
export const workspace: Record<string, Entry> = {
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
};
