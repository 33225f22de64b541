import { phoneText } from '#domain/contacts/phone-text.ts';
import { Badge } from '../kit/badge.tsx';
import { Switch } from '../kit/check.tsx';
import { Meter } from '../kit/meter.tsx';
import { Table } from '../kit/table.tsx';
import { Time } from '../kit/time.tsx';
import { hx } from '../hx.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { standing, type SenderProps } from './senders.ts';

interface Props {
  ui: SeatedUi;
  senders: readonly SenderProps[];
  mayWrite: boolean;
}

export const SenderTable = ({ ui, senders, mayWrite }: Props) => {
  const { columns, list } = ui.t.senders;
  return (
    <Table
      ui={ui}
      label={list}
      class="senders-table"
      columns={[
        { label: columns.number },
        { label: columns.state },
        { label: columns.today },
        { label: columns.rotation },
        { label: columns.delivered, figures: true },
        { label: columns.replied, figures: true },
        { label: columns.region },
        { label: columns.rate, figures: true },
        { label: columns.priority, figures: true },
        { label: columns.confirms },
        { label: columns.used },
      ]}
    >
      {senders.map((sender) => (
        <SenderLine ui={ui} sender={sender} mayWrite={mayWrite} />
      ))}
    </Table>
  );
};

const SenderLine = ({ ui, sender, mayWrite }: Omit<Props, 'senders'> & { sender: SenderProps }) => {
  const t = ui.t.senders;
  const { number } = ui.format;
  const phone = phoneText(sender.value);
  const href = paths.sender(sender.id);
  return (
    <tr id={`sender-${sender.id}`}>
      <th scope="row">
        <a
          id={`open-${sender.id}`}
          href={href}
          {...hx({
            get: href,
            target: '#senders',
            select: '#senders',
            swap: 'outerMorph',
            pushUrl: true,
          })}
        >
          {phone}
        </a>
        <span class="muted sub">{sender.name}</span>
      </th>
      <td>
        <StateBadge ui={ui} sender={sender} />
      </td>
      <td>
        <span class="cap">
          <Meter label={t.todayMeter(phone)} value={sender.sentToday} max={sender.dailyCap} />
          <span class="num">{t.today(sender.sentToday, sender.dailyCap)}</span>
        </span>
      </td>
      <td>
        <Rotation ui={ui} sender={sender} mayWrite={mayWrite} />
      </td>
      <Share ui={ui} part={sender.delivered} whole={sender.known} />
      <Share ui={ui} part={sender.replied} whole={sender.people} />
      <td>{sender.region ?? sender.country}</td>
      <td class="n">{t.rate(sender.ratePerSecond)}</td>
      <td class="n">{number(sender.priority)}</td>
      <td>{t.confirmsBy[sender.confirms]}</td>
      <td class="muted nowrap">
        {sender.lastUsedAt ? <Time ui={ui} at={sender.lastUsedAt} /> : t.never}
      </td>
    </tr>
  );
};

/** A share stands beside what it is a share of. */
const Share = ({ ui, part, whole }: { ui: SeatedUi; part: number; whole: number }) => (
  <td class={whole > 0 ? 'n' : 'n muted'}>
    {whole > 0 ? ui.t.senders.shareOf(ui.format.share(part, whole), whole) : ui.t.senders.noneYet}
  </td>
);

/** A word, and why, where it is not active. */
export const StateBadge = ({ ui, sender }: { ui: SeatedUi; sender: SenderProps }) => {
  const t = ui.t.senders;
  const state = standing(sender);
  const why =
    sender.account.state === 'active'
      ? sender.pausedReason && (t.reasons[sender.pausedReason] ?? sender.pausedReason)
      : t.restsWith;
  return (
    <>
      <Badge
        tone={{ active: 'ok', paused: 'warn', alert: 'danger' }[state] as 'ok' | 'warn' | 'danger'}
        icon={state === 'active' ? 'check' : state === 'paused' ? 'pause' : 'warn'}
      >
        {t.states[state]}
      </Badge>
      {why && <span class="muted sub">{why}</span>}
    </>
  );
};

/** On or off at once: putting it on is a POST, taking it off a DELETE. */
const Rotation = ({ ui, sender, mayWrite }: Omit<Props, 'senders'> & { sender: SenderProps }) => {
  const t = ui.t.senders;
  if (!mayWrite) return <>{sender.rotation ? t.on : t.off}</>;
  const path = paths.rotation(sender.id);
  const order = sender.rotation ? { delete: path } : { post: path };
  return (
    <Switch
      id={`rotation-${sender.id}-${sender.rotation ? 'on' : 'off'}`}
      name="rotation"
      checked={sender.rotation}
      label={<span class="vh">{t.inRotation(phoneText(sender.value))}</span>}
      {...hx({ ...order, trigger: 'change', target: '#sender-list', swap: 'outerMorph' })}
    />
  );
};
