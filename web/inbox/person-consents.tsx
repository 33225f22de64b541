import { Badge } from '../kit/badge.tsx';
import { ChannelTag } from '../kit/channel-tag.tsx';
import { phoneText } from '#domain/contacts/phone-text.ts';
import type { SeatedUi } from '../ui.ts';
import type { ReachedAt } from './types.ts';

interface ConsentsProps {
  ui: SeatedUi;
  addresses: readonly ReachedAt[];
}

/** What the person agreed to, by address: with its day and source, because only that is proof. */
export const Consents = ({ ui, addresses }: ConsentsProps) => {
  const t = ui.t.inbox.person;
  return (
    <section>
      <h3>{t.consent}</h3>
      <ul class="consents" role="list">
        {addresses.map((address) => (
          <li>
            <ChannelTag ui={ui} channel={address.kind === 'phone' ? 'sms' : 'email'} />
            <Verdict ui={ui} address={address} />
            <p>{evidenceOf(ui, address)}</p>
          </li>
        ))}
      </ul>
      {addresses.every(({ stopped }) => stopped === null) && <p class="muted small">{t.noStop}</p>}
    </section>
  );
};

const Verdict = ({ ui, address }: { ui: SeatedUi; address: ReachedAt }) => {
  const t = ui.t.inbox.person;
  if (address.stopped) {
    return (
      <Badge tone="danger" icon="block">
        {t.stopped}
      </Badge>
    );
  }
  if (address.closed) return <Badge tone="warn">{t.invalid}</Badge>;
  if (!address.consent) return <Badge>{t.none}</Badge>;
  return address.consent.status === 'given' ? (
    <Badge tone="ok" icon="check">
      {t.given}
    </Badge>
  ) : (
    <Badge tone="warn">{t.refused}</Badge>
  );
};

function evidenceOf(ui: SeatedUi, { kind, value, stopped, consent }: ReachedAt): string {
  const t = ui.t.inbox.person;
  if (stopped) return t.evidence(ui.format.date(stopped.at), t.stops[stopped.reason] ?? '', '');
  if (!consent) return kind === 'phone' ? phoneText(value) : value;
  const { at, source, basis } = consent;
  return t.evidence(ui.format.date(at), t.sources[source] ?? source, basis);
}
