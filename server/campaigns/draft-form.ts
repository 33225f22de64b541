import { z } from 'zod';
import type { CampaignDraft, CampaignRow } from '#db/campaigns/draft.ts';
import { isEverybody, type Audience } from '#domain/campaigns/audience.ts';
import { parseAudience } from '#domain/campaigns/parse-audience.ts';
import { consentBases } from '#domain/sending/consent.ts';
import type { CampaignWindow, Weekday } from '#domain/sending/open-hours.ts';
import { windowProblem } from '#domain/sending/window.ts';
import { zones } from '#server/sign-in/zones.ts';
import { formOf, type FormState } from '#web/kit/form-state.ts';
import type { SeatedUi } from '#web/ui.ts';

const words = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
  );
const several = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => [value].flat());
const clock = z.string().regex(/^\d{2}:\d{2}$/);
const blankAsNull = (text: string) => text || null;

/** The set-up form as it is posted. */
export const draftSchema = z.object({
  name: z.string().trim().min(1).max(100),
  versionId: z
    .union([z.uuid(), z.literal('')])
    .default('')
    .transform(blankAsNull),
  tagsAny: words,
  tagsAll: words,
  tagsNone: words,
  search: z.string().trim().default(''),
  countries: words,
  regions: words,
  languages: words,
  conversation: z.enum(['', 'yes', 'no']).default(''),
  days: several,
  from: clock,
  to: clock,
  zone: z.enum(zones),
  dailyLimit: z.coerce.number().int().min(1).max(1_000_000),
  spread: z.enum(['at-opening', 'over-the-day']).default('at-opening'),
  senderIds: several,
  basis: z.enum(['', ...consentBases]).default(''),
  statement: z.string().trim().max(300).default(''),
  next: z.enum(['stay', 'review']).default('stay'),
});

export type PostedDraft = z.infer<typeof draftSchema>;

export type ReadDraft =
  | { kind: 'draft'; draft: CampaignDraft }
  | { kind: 'problems'; errors: Record<string, string> };

/** What was posted as a draft, or what is wrong with it, in the marketer's words by field. */
export function readDraft(posted: PostedDraft, ui: SeatedUi): ReadDraft {
  const t = ui.t.campaigns;
  const errors: Record<string, string> = {};
  const audience = audienceOf(posted);
  if (audience.kind === 'problems') {
    for (const { part, found } of audience.problems) {
      errors[fieldOf(part)] = t.audienceProblem(found);
    }
  }
  const window = windowOf(posted);
  const wrong = windowProblem(window);
  if (wrong)
    errors[wrong === 'no-hours' ? 'to' : wrong === 'no-days' ? 'days' : 'zone'] =
      t.windowProblems[wrong];
  if (posted.basis && !posted.statement) errors['statement'] = t.setUp.statementMissing;
  if (audience.kind === 'problems' || Object.keys(errors).length > 0)
    return { kind: 'problems', errors };
  const { name, versionId, dailyLimit, spread, senderIds, basis, statement } = posted;
  return {
    kind: 'draft',
    draft: {
      name,
      versionId,
      audience: audience.audience,
      window,
      dailyLimit,
      spread,
      senderIds: senderIds.filter((id) => z.uuid().safeParse(id).success),
      consentBasis: basis ? { basis, statement } : null,
    },
  };
}

/** `tags.any` is the field `tagsAny`; the rest are named alike. */
function fieldOf(part: string): string {
  const [name = part, list] = part.split('.');
  return name === 'tags'
    ? `tags${(list ?? 'any').replace(/^./, (first) => first.toUpperCase())}`
    : name;
}

function audienceOf(posted: PostedDraft) {
  const { tagsAny, tagsAll, tagsNone, countries, regions, languages, conversation, search } =
    posted;
  return parseAudience({
    tags: { any: tagsAny, all: tagsAll, none: tagsNone },
    countries: countries.map((country) => country.toUpperCase()),
    regions,
    languages: languages.map((language) => language.toLowerCase()),
    conversation,
    search,
  });
}

function windowOf({ days, from, to, zone }: PostedDraft): CampaignWindow {
  const known = days.map(Number).filter((day) => day >= 1 && day <= 7) as Weekday[];
  return { days: known.toSorted((a, b) => a - b), from: minutes(from), to: minutes(to), zone };
}

function minutes(text: string): number {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return hour * 60 + minute;
}

/** The form as a saved draft fills it. */
export function formOfDraft(campaign: CampaignRow): FormState {
  const { audience, window, consentBasis } = campaign;
  return formOf({
    name: campaign.name,
    versionId: campaign.versionId ?? '',
    ...formOfAudience(audience),
    days: window.days.map(String),
    from: clockOf(window.from),
    to: clockOf(window.to),
    zone: window.zone,
    dailyLimit: String(campaign.dailyLimit),
    spread: campaign.spread,
    senderIds: campaign.senderIds,
    basis: consentBasis?.basis ?? '',
    statement: consentBasis?.statement ?? '',
  });
}

function formOfAudience(audience: Audience): Record<string, string> {
  if (isEverybody(audience)) return {};
  const listed = (values: readonly string[] | undefined) => values?.join(', ') ?? '';
  return {
    tagsAny: listed(audience.tags?.any),
    tagsAll: listed(audience.tags?.all),
    tagsNone: listed(audience.tags?.none),
    countries: listed(audience.countries),
    regions: listed(audience.regions),
    languages: listed(audience.languages),
    conversation: audience.conversation ?? '',
    search: audience.search ?? '',
  };
}

function clockOf(minutesOfDay: number): string {
  const part = (n: number) => String(n).padStart(2, '0');
  // Midnight at the end of a day has no place on a clock; a minute before is what it can show.
  const shown = Math.min(minutesOfDay, 1439);
  return `${part(Math.floor(shown / 60))}:${part(shown % 60)}`;
}
