import { readFileSync } from 'node:fs';

/** What the README of the fixture says a right import makes of a row. */
export interface Sample {
  row: number;
  outcome: 'accept' | 'reject';
  mobile: string | null;
  mobile_extension: string | null;
  mobile_second: string | null;
  other: string | null;
  email: string | null;
  suppressed: boolean;
  address_zone: string | null;
  last_job: string | null;
  job_value_cents: number | null;
  job_value_currency: string | null;
  first_row_with_this_mobile: number | null;
  first_row_with_this_email: number | null;
}

export interface Expected {
  counts: Record<string, number> & Record<KnownCount, number>;
  samples: Sample[];
}

type KnownCount =
  | 'data_rows'
  | 'rejected_strict'
  | 'accepted_strict'
  | 'contacts_if_merged_by_mobile'
  | 'mobile_distinct'
  | 'email_distinct'
  | 'opted_out_mobiles_distinct'
  | 'ragged_too_few'
  | 'ragged_too_many'
  | 'neither_all_three_cells_blank'
  | 'neither_phone_nor_email';

export const expectedOf = (path: string): Expected =>
  JSON.parse(readFileSync(path, 'utf8')) as Expected;
