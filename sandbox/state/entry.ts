import type { OpenphoneAccount } from '../openphone/account.ts';
import type { Change } from '../openphone/change.ts';
import type { Account } from './account.ts';
import type { Accepted, Status } from './message.ts';

/** One line of the journal: all that can ever change in the sandbox. */
export type Entry =
  | { readonly kind: 'account'; readonly account: Account }
  | { readonly kind: 'accepted'; readonly message: Accepted }
  | {
      readonly kind: 'status';
      readonly sid: string;
      readonly status: Status;
      readonly at: number;
      readonly errorCode?: number;
    }
  | { readonly kind: 'told'; readonly sid: string; readonly status: Status }
  | {
      readonly kind: 'opt-out';
      readonly from: string;
      readonly to: string;
      readonly blocked: boolean;
    }
  | { readonly kind: 'phone'; readonly number: string; readonly name: string }
  | { readonly kind: 'openphone-account'; readonly account: OpenphoneAccount }
  | { readonly kind: 'openphone'; readonly account: string; readonly change: Change };
