import type { Provider } from '#domain/sending/refusals.ts';

/** A number as the pages show it. */
export interface SenderProps {
  id: string;
  value: string;
  name: string;
  country: string;
  region: string | null;
  areaCode: string | null;
  channels: readonly 'sms'[];
  ratePerSecond: number;
  dailyCap: number;
  priority: number;
  rotation: boolean;
  state: 'active' | 'paused' | 'alert';
  pausedReason: string | null;
  confirms: 'us' | 'provider';
  lastUsedAt: Date | null;
  account: { id: string; provider: Provider; name: string; state: 'active' | 'paused' | 'refused' };
  sentToday: number;
  known: number;
  delivered: number;
  people: number;
  replied: number;
}

/** What a number can do at this moment, its account considered. */
export const standing = ({ state, account }: SenderProps): SenderProps['state'] =>
  account.state === 'active' ? state : 'paused';

export const canSend = (sender: SenderProps): boolean => standing(sender) === 'active';
