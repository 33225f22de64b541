import { beforeAll, describe, expect, test } from 'vitest';
import { areaCodeState } from '#domain/contacts/area-codes.ts';
import { readConsent } from '#domain/contacts/consent.ts';
import { readCountry } from '#domain/contacts/country.ts';
import { readEmail } from '#domain/contacts/email-address.ts';
import { readName } from '#domain/contacts/name.ts';
import { readPhone } from '#domain/contacts/phone-number.ts';
import { readRegion } from '#domain/contacts/zones/regions.ts';
import type { ReadRow, RowProblem } from '#domain/imports/read-row.ts';
import { consentAddresses } from '#domain/imports/consent-book.ts';
import { columnOf, emailOf, expected, mobileOf, openBook, type Sample } from './book.ts';

type Book = Awaited<ReturnType<typeof openBook>>;
let book: Book;
beforeAll(async () => void (book = await openBook()));

const { counts, samples } = expected;

describe('the 200 samples of the book', () => {
  test.each(samples.map((sample) => [sample.row, sample] as const))(
    'row %i is read as its sample says',
    (number, sample) => {
      expect(seen(number)).toEqual(asked(sample));
    },
  );

  function seen(number: number) {
    const read = book.read[number - 1]!;
    const cells = book.cells[number - 1]!;
    if (read.kind === 'rejected')
      return { reason: read.reason.includes('columns') ? 'column_count' : 'no_phone_no_email' };
    const { contact } = read;
    const mobile = mobileOf(read);
    const mobileCell = readPhone(cells[columnOf('Mobile Phone')]!, contact.fields.country ?? '');
    const otherCell = readPhone(cells[columnOf('Other Phone')]!, contact.fields.country ?? '');
    const { last_job: lastJob, job_value: jobValue } = contact.custom;
    return {
      mobile: mobile?.value ?? null,
      mobile_extension: mobile?.extension ?? null,
      mobile_second: mobileCell.kind === 'usable' ? (mobileCell.second?.number ?? null) : null,
      other: otherCell.kind === 'usable' ? otherCell.number : null,
      email: emailOf(read),
      sms_consent: { given: 'yes', refused: 'no', blank: null }[contact.consent],
      suppressed: mobile !== undefined && optedOut().has(mobile.value),
      // The zone of the city: where no city is named, the state's zone is ours, not the sample's.
      address_zone: contact.fields.city ? (contact.addresses[0]?.zone?.zone ?? null) : null,
      last_job: lastJob?.type === 'date' ? lastJob.value : null,
      job_value_cents: jobValue?.type === 'money' ? jobValue.value.cents : null,
      job_value_currency: jobValue?.type === 'money' ? jobValue.value.currency : null,
      first_row_with_this_mobile: earlier(
        number,
        (row) => mobile && mobileOf(row)?.value === mobile.value,
      ),
      first_row_with_this_email: earlier(
        number,
        (row) => emailOf(read) && emailOf(row) === emailOf(read),
      ),
    };
  }

  function earlier(number: number, matches: (row: Book['read'][number]) => unknown): number | null {
    const at = book.read.slice(0, number - 1).findIndex(matches);
    return at < 0 ? null : at + 1;
  }

  function asked(sample: Sample) {
    const {
      row: _,
      outcome,
      reason,
      copy_of_row: __,
      intended: ___,
      kinds: ____,
      ...rest
    } = sample as Sample & { kinds: unknown };
    return outcome === 'reject' ? { reason } : rest;
  }
});

/** The mobiles that some row of the book opts out. */
const optedOut = (): Set<string> =>
  new Set(
    book.read.flatMap((row) => {
      const refused = row.kind === 'contact' && row.contact.consent === 'refused';
      return refused ? [mobileOf(row)?.value].filter((value) => value !== undefined) : [];
    }),
  );

describe('the counts of the book', () => {
  const whole = () =>
    book.cells.flatMap((cells, at) =>
      cells.length === 19 ? [{ cells, read: book.read[at]! }] : [],
    );
  const problems = (matches: (problem: RowProblem) => boolean) =>
    whole().filter(({ read }) => read.problems.some(matches)).length;
  const contacts = () => book.read.filter((row) => row.kind === 'contact');
  const distinct = (values: readonly unknown[]) => new Set(values).size;
  const cell = (name: string) => columnOf(name);

  test('rows', () => {
    const rejected = (reason: string) =>
      book.read.filter((row) => row.kind === 'rejected' && row.reason === reason).length;
    const neither = rejected('no-phone-or-email') + rejected('unusable-phone-and-email');
    expect({
      data_rows: book.read.length,
      ragged_too_few: rejected('too-few-columns'),
      ragged_too_many: rejected('too-many-columns'),
      whole_rows: whole().length,
      neither_phone_nor_email: neither,
      neither_all_three_cells_blank: rejected('no-phone-or-email'),
      rejected_strict: book.read.filter(({ kind }) => kind === 'rejected').length,
      accepted_strict: contacts().length,
      exact_duplicate_rows:
        whole().length - distinct(whole().map(({ cells }) => JSON.stringify(cells))),
    }).toEqual(
      picked(
        'data_rows',
        'ragged_too_few',
        'ragged_too_many',
        'whole_rows',
        'neither_phone_nor_email',
        'neither_all_three_cells_blank',
        'rejected_strict',
        'accepted_strict',
        'exact_duplicate_rows',
      ),
    );
  });

  test('countries and states', () => {
    const countries = whole().map(({ cells, read }) =>
      read.kind === 'contact' ? read.contact.fields.country : countryOf(cells),
    );
    const ragged = book.cells.filter((cells) => cells.length !== 19).length;
    const states = whole().flatMap(({ cells }, at) => {
      const american = countries[at] === 'US' || countries[at] === 'PR';
      return american ? [readRegion('US', cells[cell('State/Province')]!)?.code] : [];
    });
    expect(countries.filter((country) => country === 'BE').length).toBe(counts['rows_BE']);
    expect(countries.filter((country) => country === 'MX').length).toBe(counts['rows_MX']);
    // Ragged rows are American, which only their maker knows.
    expect(states.length + ragged).toBe(counts['rows_US']);
    expect(distinct(states.filter((state) => state !== undefined))).toBe(
      counts['states_and_territories'],
    );
  });

  test('numbers', () => {
    const mobiles = whole()
      .map(({ read }) => mobileOf(read))
      .filter((mobile) => mobile !== undefined);
    const american = mobiles.filter(({ value }) => value.startsWith('+1'));
    const twoNumbers = whole().filter(({ cells }) => {
      const reading = readPhone(cells[cell('Mobile Phone')]!, 'US');
      const abroad = readPhone(cells[cell('Mobile Phone')]!, 'BE');
      return [reading, abroad].some((read) => read.kind === 'usable' && read.second);
    });
    expect({
      mobile_blank: whole().filter(({ cells }) => cells[cell('Mobile Phone')] === '').length,
      mobile_unusable: problems(
        (problem) => problem.code === 'unusable-phone' && problem.column === 'mobile',
      ),
      mobile_usable: mobiles.length,
      mobile_distinct: distinct(mobiles.map(({ value }) => value)),
      mobile_duplicate_rows: mobiles.length - distinct(mobiles.map(({ value }) => value)),
      mobile_is_a_belgian_landline: mobiles.filter(
        ({ line, value }) => line === 'landline' && value.startsWith('+32'),
      ).length,
      mobile_with_extension: mobiles.filter(({ extension }) => extension !== null).length,
      mobile_cell_holds_two_numbers: twoNumbers.length,
      us_mobile_area_codes: distinct(american.map(({ value }) => value.slice(2, 5))),
      other_unusable: problems(
        (problem) => problem.code === 'unusable-phone' && problem.column === 'other-phone',
      ),
    }).toEqual(
      picked(
        'mobile_blank',
        'mobile_unusable',
        'mobile_usable',
        'mobile_distinct',
        'mobile_duplicate_rows',
        'mobile_is_a_belgian_landline',
        'mobile_with_extension',
        'mobile_cell_holds_two_numbers',
        'us_mobile_area_codes',
        'other_unusable',
      ),
    );
  });

  test('a number may come from another state or country than its address', () => {
    const placed = contacts().flatMap((row) => {
      const mobile = mobileOf(row);
      return mobile ? [{ mobile: mobile.value, fields: row.contact.fields }] : [];
    });
    const prefix: Record<string, string> = { US: '+1', PR: '+1', BE: '+32', MX: '+52' };
    const abroad = placed.filter(
      ({ mobile, fields }) => !mobile.startsWith(prefix[fields.country ?? ''] ?? '?'),
    );
    const elsewhere = placed.filter(({ mobile, fields }) => {
      const state = readRegion(fields.country ?? '', fields.region ?? '')?.code;
      const called = areaCodeState(mobile);
      return ['US', 'PR'].includes(fields.country ?? '') && called && called !== state;
    });
    expect(abroad.length).toBe(counts['mobile_of_another_country']);
    expect(elsewhere.length).toBe(counts['us_mobile_area_code_of_another_state']);
  });

  test('e-mails', () => {
    const cells = whole().map(({ cells: row }) => row[cell('Email Address')]!);
    const usable = cells
      .map(readEmail)
      .flatMap((read) => (read.kind === 'usable' ? [read.address] : []));
    expect({
      email_blank: cells.filter((text) => readEmail(text).kind === 'blank').length,
      email_unusable: problems(({ code }) => code === 'unusable-email'),
      email_usable: usable.length,
      email_distinct: distinct(usable),
      email_duplicate_rows: usable.length - distinct(usable),
      email_unicode_domain: usable.filter((address) => /[^\0-\x7F]/.test(address)).length,
      email_quoted_local_part: usable.filter((address) => address.startsWith('"')).length,
    }).toEqual(
      picked(
        'email_blank',
        'email_unusable',
        'email_usable',
        'email_distinct',
        'email_duplicate_rows',
        'email_unicode_domain',
        'email_quoted_local_part',
      ),
    );
  });

  test('names are kept as text, formulas too', () => {
    const names = whole().map(({ cells: row }) => ({
      ...readName(row[cell('First Name')]!, row[cell('Last Name')]!),
      company: row[cell('Company')]!.trim(),
    }));
    const nameless = names.filter(({ firstName }) => firstName === null);
    const unnamed = nameless.filter(({ lastName, company }) => !lastName && !company);
    const formulas = names.filter((name) =>
      [name.firstName, name.lastName].some((part) => /^[=+\-@]/.test(part ?? '')),
    );
    expect({
      no_first_name_but_last_or_company: nameless.length - unnamed.length,
      no_name_at_all: unnamed.length,
      name_starts_like_a_formula: formulas.length,
    }).toEqual(
      picked('no_first_name_but_last_or_company', 'no_name_at_all', 'name_starts_like_a_formula'),
    );
  });

  test('consent', () => {
    const refused = contacts().filter(({ contact }) => contact.consent === 'refused');
    const out = optedOut();
    const held = contacts().filter((row) => out.has(mobileOf(row)?.value ?? ''));
    expect({
      explicit_opt_outs: refused.length,
      explicit_opt_outs_with_mobile: refused.filter((row) => mobileOf(row)).length,
      opted_out_mobiles_distinct: out.size,
      rows_whose_mobile_is_opted_out: held.length,
      consent_yes_but_mobile_opted_out_elsewhere: held.filter(
        ({ contact }) => contact.consent === 'given',
      ).length,
    }).toEqual(
      picked(
        'explicit_opt_outs',
        'explicit_opt_outs_with_mobile',
        'opted_out_mobiles_distinct',
        'rows_whose_mobile_is_opted_out',
        'consent_yes_but_mobile_opted_out_elsewhere',
      ),
    );
    expect(refused.every(({ contact }) => consentAddresses(contact).length > 0)).toBe(true);
  });

  test('what an earlier row has said before', () => {
    const rows = whole().map(({ cells: row, read }) => ({
      text: JSON.stringify(row),
      mobile: mobileOf(read)?.value,
      email: emailOf(read),
      other: readPhone(row[cell('Other Phone')]!, countryAs(read)),
    }));
    const before = (at: number, matches: (row: (typeof rows)[number]) => boolean) => {
      const found = rows.findIndex(matches);
      return found >= 0 && found < at ? rows[found] : undefined;
    };
    const repeats = rows.map((row, at) => ({
      row,
      copy: before(at, ({ text }) => text === row.text),
      sameMobile: row.mobile && before(at, ({ mobile }) => mobile === row.mobile),
      sameEmail: row.email && before(at, ({ email }) => email === row.email),
      otherIsMobile:
        row.other.kind === 'usable' &&
        row.other.number !== row.mobile &&
        before(at, ({ mobile }) => row.other.kind === 'usable' && mobile === row.other.number),
    }));
    const fresh = repeats.filter(({ copy }) => !copy);
    expect({
      mobile_duplicate_rows_without_exact_copies: fresh.filter((row) => row.sameMobile).length,
      email_duplicate_rows_without_exact_copies: fresh.filter((row) => row.sameEmail).length,
      same_mobile_but_another_email: fresh.filter(
        ({ row, sameMobile }) =>
          sameMobile && row.email && sameMobile.email && row.email !== sameMobile.email,
      ).length,
      mobile_of_one_row_email_of_another: fresh.filter(
        ({ sameMobile, sameEmail }) => sameMobile && sameEmail && sameMobile !== sameEmail,
      ).length,
      other_usable: rows.filter(({ other }) => other.kind === 'usable').length,
      other_repeats_an_earlier_mobile: fresh.filter((row) => row.otherIsMobile).length,
    }).toEqual(
      picked(
        'mobile_duplicate_rows_without_exact_copies',
        'email_duplicate_rows_without_exact_copies',
        'same_mobile_but_another_email',
        'mobile_of_one_row_email_of_another',
        'other_usable',
        'other_repeats_an_earlier_mobile',
      ),
    );
  });

  test('consent given and blank', () => {
    const said = whole().map(({ cells: row }) => readConsent(row[cell('Consent (SMS)')]!));
    expect(said.filter((consent) => consent === 'given').length).toBe(counts['consent_yes']);
    expect(said.filter((consent) => consent === 'blank').length).toBe(counts['consent_blank']);
  });

  const countryAs = (read: ReadRow) =>
    (read.kind === 'contact' ? read.contact.fields.country : null) ?? 'US';
  const countryOf = (cells: readonly string[]) => readCountry(cells[columnOf('Country')]!) ?? 'US';
  const picked = (...keys: string[]) => Object.fromEntries(keys.map((key) => [key, counts[key]]));
});
