import type { Sample } from './expected.ts';
import type { RowInDatabase } from './outcome.ts';

/** In what a row of the database differs from what the fixture says it means; empty where in nothing. */
export function differences(sample: Sample, found: RowInDatabase | undefined): string[] {
  if (!found) return ['the row is not there'];
  if (sample.outcome === 'reject' || found.outcome === 'rejected') {
    return same('outcome', found.outcome === 'rejected', sample.outcome === 'reject');
  }
  const values = found.addresses.map(({ value }) => value);
  const wanted = [sample.mobile, sample.mobile_second, sample.other, sample.email];
  const mobile = found.addresses.find(({ value }) => value === sample.mobile);
  return [
    ...wanted
      .filter((value) => value !== null && !values.includes(value))
      .map((value) => `no ${value}`),
    ...(sample.mobile_extension
      ? same('extension', mobile?.extension, sample.mobile_extension)
      : []),
    ...(mobile ? same('blocked', mobile.blocked, sample.suppressed) : []),
    // Other rows of the same person may have filled its blanks.
    ...(found.rowsOfContact === 1 ? ofItsOwn(sample, found) : []),
  ];
}

function ofItsOwn(sample: Sample, found: RowInDatabase): string[] {
  const zones = found.addresses.map(({ zone }) => zone);
  return [
    ...(sample.address_zone ? same('zone', zones.includes(sample.address_zone), true) : []),
    ...same('last job', found.lastJob, sample.last_job),
    ...same('job value', found.jobValue?.cents ?? null, sample.job_value_cents),
    ...same('currency', found.jobValue?.currency ?? null, sample.job_value_currency),
  ];
}

const same = (name: string, is: unknown, wanted: unknown): string[] =>
  is === wanted ? [] : [`${name} is ${String(is)}, not ${String(wanted)}`];
