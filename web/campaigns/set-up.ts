import type { Option } from '../kit/select.tsx';

/** What may be chosen on the set-up page. */
export interface SetUpChoices {
  versions: readonly Option[];
  tags: readonly string[];
  regions: readonly string[];
  countries: readonly string[];
  zones: readonly string[];
  senders: readonly { id: string; value: string; name: string; active: boolean }[];
}
