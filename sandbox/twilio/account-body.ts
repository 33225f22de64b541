import type { Account } from '../state/account.ts';
import { rfc2822 } from './dates.ts';

/** An account as Twilio's API shows it: what a test of credentials reads. */
export function accountBody(account: Account): object {
  const uri = `/2010-04-01/Accounts/${account.sid}`;
  return {
    auth_token: account.token,
    date_created: rfc2822(0),
    date_updated: rfc2822(0),
    friendly_name: 'Sandbox account',
    owner_account_sid: account.sid,
    sid: account.sid,
    status: 'active',
    subresource_uris: { messages: `${uri}/Messages.json` },
    type: 'Full',
    uri: `${uri}.json`,
  };
}
