import { phoneText } from '#domain/contacts/phone-text.ts';
import type { SuppressionReason } from '#domain/sending/suppression.ts';
import { hx } from '../hx.ts';
import { Badge } from '../kit/badge.tsx';
import { Button, IconButton } from '../kit/button.tsx';
import { Section } from '../kit/section.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

export interface ShownAddress {
  id: string;
  kind: 'phone' | 'email';
  value: string;
  label: 'mobile' | 'other' | 'email';
  extension: string | null;
  lineType: string | null;
  zone: string | null;
  zoneSource: string | null;
  invalidReason: string | null;
  blocked: readonly string[];
  sharedWith: readonly { id: string; name: string }[];
  consents: readonly {
    channel: string;
    status: 'given' | 'refused';
    source: string;
    basis: string;
    capturedAt: string | null;
    recordedAt: string;
  }[];
  suppressions: readonly {
    channel: string | null;
    reason: SuppressionReason;
    liftedBy: 'keyword' | 'person' | null;
    recordedAt: string;
  }[];
}

interface AddressesProps {
  ui: SeatedUi;
  contact: { id: string };
  addresses: readonly ShownAddress[];
  mayWrite: boolean;
}

/** Where a person is reached, what each address is closed for, and the proof of it. */
export const Addresses = ({ ui, contact, addresses, mayWrite }: AddressesProps) => {
  const words = ui.t.contacts.addresses;
  const add = mayWrite && (
    <Button icon="plus" {...hx({ get: paths.contactAddresses(contact.id), swap: 'none' })}>
      {words.add}
    </Button>
  );
  return (
    <Section id="addresses" title={words.title} acts={add}>
      {addresses.length === 0 ? (
        <p class="muted">{words.none}</p>
      ) : (
        <ul class="addresses" role="list">
          {addresses.map((address) => (
            <Address ui={ui} contactId={contact.id} address={address} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
    </Section>
  );
};

interface AddressProps {
  ui: SeatedUi;
  contactId: string;
  address: ShownAddress;
  mayWrite: boolean;
}

const Address = ({ ui, contactId, address, mayWrite }: AddressProps) => {
  const words = ui.t.contacts.addresses;
  const about = [
    words.labels[address.label],
    address.kind === 'phone'
      ? (words.lines as Record<string, string>)[address.lineType ?? 'other']
      : '',
    address.extension ? words.extension(address.extension) : '',
    address.zone ? words.zones(address.zone) : '',
    address.zone ? (words.zoneSources as Record<string, string>)[address.zoneSource ?? ''] : '',
    address.invalidReason ? words.invalid : '',
  ];
  return (
    <li>
      <div class="row">
        <b class="figure">{addressText(address)}</b>
        <AddressState ui={ui} address={address} />
        {mayWrite && <AddressOrders ui={ui} contactId={contactId} address={address} mayWrite />}
      </div>
      <p class="muted small">{[...new Set(about)].filter(Boolean).join(' · ')}</p>
      {address.sharedWith.length > 0 && (
        <p class="small">
          {words.shared(
            ui.format.list(address.sharedWith.map(({ name }) => name || ui.t.contacts.nameless)),
          )}
        </p>
      )}
      <Records ui={ui} address={address} />
    </li>
  );
};

const AddressOrders = ({ ui, contactId, address }: AddressProps) => {
  const words = ui.t.contacts.addresses;
  return (
    <span class="row push">
      <Button quiet {...hx({ get: paths.addressConsent(contactId, address.id), swap: 'none' })}>
        {words.order}
      </Button>
      <IconButton
        quiet
        icon="bin"
        label={words.removeOf(addressText(address))}
        {...hx({
          delete: paths.contactAddress(contactId, address.id),
          confirm: words.removeSure(addressText(address)),
          target: '#addresses',
          swap: 'outerMorph',
        })}
      />
    </span>
  );
};

const AddressState = ({ ui, address }: { ui: SeatedUi; address: ShownAddress }) => {
  const words = ui.t.contacts.addresses;
  if (address.blocked.length > 0) {
    const channels = address.blocked.map((channel) =>
      channelName(ui, channel === '*' ? null : channel),
    );
    return (
      <Badge tone="danger" icon="block">
        {words.blocked(ui.format.list(channels))}
      </Badge>
    );
  }
  const latest = address.consents.find(({ channel }) => channel === 'sms');
  if (latest?.status === 'given')
    return (
      <Badge tone="ok" icon="check">
        {words.may}
      </Badge>
    );
  if (latest) return <Badge tone="warn">{words.refused}</Badge>;
  return address.kind === 'phone' ? <Badge>{words.unknown}</Badge> : <></>;
};

/** An address as people read it. */
export const addressText = ({ kind, value }: Pick<ShownAddress, 'kind' | 'value'>): string =>
  kind === 'phone' ? phoneText(value) : value;

/** Every record, latest first: it is append-only, so this is the proof. */
const Records = ({ ui, address }: { ui: SeatedUi; address: ShownAddress }) => {
  const words = ui.t.contacts.addresses;
  const when = (at: string) => ui.format.moment(at);
  const records = [
    ...address.consents.map((record) => ({
      at: record.recordedAt,
      text: words.statement(
        channelName(ui, record.channel),
        words.said[record.status],
        (words.sources as Record<string, string>)[record.source] ?? record.source,
        record.capturedAt ? ui.format.date(record.capturedAt) : when(record.recordedAt),
      ),
      note: record.basis,
    })),
    ...address.suppressions.map((record) => ({
      at: record.recordedAt,
      text: words.stop(
        [words.stops[record.reason], record.liftedBy && words.liftedBy[record.liftedBy]]
          .filter(Boolean)
          .join(' '),
        channelName(ui, record.channel),
        when(record.recordedAt),
      ),
      note: '',
    })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1));
  if (records.length === 0) return <></>;
  return (
    <details>
      <summary class="small">{words.openConsent}</summary>
      <ul class="plain-list small">
        {records.map(({ text, note }) => (
          <li>
            {text}
            {note && <span class="muted"> {note}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
};

export function channelName(ui: SeatedUi, channel: string | null): string {
  if (channel === null) return ui.t.contacts.addresses.everything;
  return (ui.t.common.channels as Record<string, string>)[channel] ?? channel;
}
