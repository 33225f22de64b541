import { open, type Entry } from '../entry.ts';
import { password } from '#test/support/world.ts';

/** What machines and strangers may come to. */
export const doors: Record<string, Entry> = {
  // Machines and doors
  'GET /assets/:name': open({ path: '/assets/nothing.css' }),
  'GET /healthz': open(),
  'GET /readyz': open(),
  'POST /webhooks/twilio/:key/messages': open({ path: '/webhooks/twilio/nobody/messages' }),
  'POST /webhooks/openphone/:key': open({ path: '/webhooks/openphone/nobody' }),
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
};
