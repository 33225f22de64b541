import type { SendRow } from '#db/sending/send-facts.ts';
import type { SendFacts, RecipientFacts, DayLimit } from '#domain/sending/facts.ts';
import { defaultPersonCaps } from '#domain/sending/caps.ts';
import { laws } from '#domain/sending/laws.ts';
import { mergeFacts } from '#domain/sending/merge-fields.ts';
import type { Rendered } from '#domain/sending/rendered.ts';
import type { SenderPool } from '#domain/sending/sender.ts';
import { renderText } from '#domain/sending/template.ts';
import { placesOf, zonesOf } from '#domain/sending/whereabouts.ts';

/**
 * The row as the pure rules want it.
 * @param template the text of the step; null for a message whose text is settled already
 */
export function factsOf(row: SendRow, template: string | null): SendFacts {
  const { send, workspace, membership, campaign } = row;
  return {
    purpose: send.purpose,
    channel: 'sms',
    dueAt: instant(membership?.dueAt),
    sendNow: membership?.sendNow ?? false,
    recipient: recipientOf(row),
    suppression: {
      blocked: row.address.blocked,
      reason: row.suppression?.reason ?? null,
      since: instant(row.suppression?.since),
    },
    consent: row.address.consent ?? 'none',
    text: textOf(row, template),
    smartEncoding: false,
    workspacePausedSince: instant(workspace.pausedAt),
    campaign: campaign && {
      state: campaign.state,
      pausedSince: instant(campaign.pausedAt),
      window: campaign.window,
      consentBasis: campaign.consentBasis?.basis ?? null,
    },
    membership: membership && {
      state: membership.state,
      ending: membership.ending,
      pausedSince: instant(membership.pausedAt),
    },
    answersAt: instant(row.answersAt),
    laws,
    marketingSentAt: row.marketingSentAt.map((at) => Date.parse(at)),
    personCaps: defaultPersonCaps,
    dayLimits: limitsOf(row),
    pool: poolOf(row),
    reservation:
      send.slotAt && send.senderId
        ? { senderId: send.senderId, slotAt: Date.parse(send.slotAt) }
        : null,
  };
}

function textOf(
  { send, contact, workspace, campaign }: SendRow,
  template: string | null,
): Rendered {
  if (template === null || !campaign) return { kind: 'text', text: send.body ?? '' };
  return renderText(
    template,
    mergeFacts({
      contact: contact ?? {},
      custom: contact?.fields ?? {},
      firm: workspace.name,
      agent: campaign.agent?.split(' ')[0] ?? workspace.name,
      locale: workspace.locale,
    }),
  );
}

function recipientOf({ address, contact, campaign, workspace }: SendRow): RecipientFacts {
  const whereabouts = { number: address, contact };
  const places = placesOf(whereabouts);
  const zones = zonesOf(whereabouts);
  return {
    address: stateOf(address, contact?.erasedAt),
    country: places[0].country,
    areaCode: address.value.startsWith('+1') ? address.value.slice(2, 5) : null,
    region: address.region,
    zones: zones.length > 0 ? zones : [campaign?.window.zone ?? workspace.zone],
    zoneSource: contact?.zone ? 'contact' : (address.zoneSource ?? 'campaign'),
    places,
  };
}

function stateOf(
  { invalidReason, lineType }: SendRow['address'],
  erasedAt: string | null | undefined,
): RecipientFacts['address'] {
  if (erasedAt) return 'erased';
  if (invalidReason === 'landline' || lineType === 'landline') return 'landline';
  return invalidReason ? 'invalid' : 'usable';
}

function limitsOf({ workspace, workspaceDay, campaign }: SendRow): DayLimit[] {
  const whole: DayLimit = {
    scope: 'workspace',
    limit: workspace.dailyLimit,
    used: workspaceDay.sent,
    day: workspaceDay.day,
    zone: workspace.zone,
  };
  if (!campaign) return [whole];
  const { dailyLimit, sentToday, day, window } = campaign;
  return [whole, { scope: 'campaign', limit: dailyLimit, used: sentToday, day, zone: window.zone }];
}

/** A campaign may name its senders; the number that a person knows is theirs all the same. */
function poolOf({
  senders,
  campaign,
  send,
  address,
  workspace,
  workspaceDay,
}: SendRow): SenderPool {
  const all = senders.map((sender) => ({
    ...sender,
    lastUsedAt: instant(sender.lastUsedAt),
    freeAt: instant(sender.freeAt),
    busyUntil: instant(sender.busyUntil),
  }));
  const known =
    send.purpose === 'marketing' ? address.senderId : (send.senderId ?? address.senderId);
  const named = new Set(campaign?.senderIds ?? []);
  return {
    sticky: all.find(({ id }) => id === known) ?? null,
    senders: named.size > 0 ? all.filter(({ id }) => named.has(id)) : all,
    day: workspaceDay.day,
    zone: workspace.zone,
  };
}

function instant(text: string | null | undefined): number | null {
  return text ? Date.parse(text) : null;
}
