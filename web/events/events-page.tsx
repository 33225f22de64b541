import type { EventKind } from '#domain/inbox/event-kind.ts';
import { hx } from '../hx.ts';
import { Button } from '../kit/button.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { Rich } from '../kit/rich.tsx';
import { Section } from '../kit/section.tsx';
import { Table } from '../kit/table.tsx';
import { Time } from '../kit/time.tsx';
import { paths } from '../paths.ts';
import { SettingsFrame } from '../settings/settings-frame.tsx';
import type { SeatedUi } from '../ui.ts';

export interface EventRow {
  id: string;
  kind: EventKind;
  account: string;
  reason: string;
  receivedAt: Date;
  /** What could be read of it; null where nothing. */
  said: { from: string; to: string; text: string; status: string } | null;
}

export interface EventList {
  events: readonly EventRow[];
  total: number;
}

interface EventsProps {
  ui: SeatedUi;
  dead: EventList;
  quarantined: EventList;
}

export const EventsPage = (props: EventsProps) => (
  <SettingsFrame
    ui={props.ui}
    tab="events"
    title={props.ui.t.events.title}
    lede={props.ui.t.events.lede}
  >
    <Events {...props} />
  </SettingsFrame>
);

/** Both lists; a replay renders them anew. */
export const Events = ({ ui, dead, quarantined }: EventsProps) => (
  <div id="events">
    <EventSection ui={ui} part="dead" list={dead} replay={paths.replayEvent} />
    <EventSection ui={ui} part="quarantined" list={quarantined} replay={paths.replayQuarantined} />
  </div>
);

interface SectionProps {
  ui: SeatedUi;
  part: 'dead' | 'quarantined';
  list: EventList;
  replay: (id: string) => string;
}

const EventSection = ({ ui, part, list, replay }: SectionProps) => {
  const { t } = ui;
  const said = t.events[part];
  const { events, total } = list;
  const columns = [
    { label: t.events.received },
    { label: t.events.account },
    { label: t.events.what },
    { label: t.events.why },
    { label: t.events.actions, hideLabel: true },
  ];
  return (
    <Section id={part} title={said.title} about={said.about}>
      {events.length === 0 ? (
        <EmptyState title={said.none}>{said.noneWhy}</EmptyState>
      ) : (
        <Table ui={ui} label={said.list} columns={columns}>
          {events.map((event) => (
            <Event ui={ui} event={event} replay={replay(event.id)} />
          ))}
        </Table>
      )}
      {total > events.length && <p class="muted small">{t.events.shown(events.length, total)}</p>}
    </Section>
  );
};

const Event = ({ ui, event, replay }: { ui: SeatedUi; event: EventRow; replay: string }) => {
  const { t } = ui;
  return (
    <tr>
      <td>
        <Time ui={ui} at={event.receivedAt} />
      </td>
      <td>{event.account}</td>
      <td>
        <Said ui={ui} event={event} />
      </td>
      <td>{t.events.reasons[event.reason] ?? t.events.failed(event.reason)}</td>
      <td>
        <form
          method="post"
          action={replay}
          {...hx({ post: replay, target: '#events', swap: 'outerMorph', disable: 'find button' })}
        >
          <OrderField />
          <Button type="submit" aria-label={t.events.replayOf(event.receivedAt)}>
            {t.events.replay}
          </Button>
        </form>
      </td>
    </tr>
  );
};

const Said = ({ ui, event }: { ui: SeatedUi; event: EventRow }) => {
  const { events } = ui.t;
  const { said, kind } = event;
  if (!said) return <span class="muted">{events.unreadable}</span>;
  const sentence = sentenceOf(events, kind, said);
  return (
    <>
      <span class="muted small">{events.kinds[kind]}</span>
      <br />
      <Rich text={sentence} />
      {said.text && (
        <>
          <br />
          {said.text}
        </>
      )}
    </>
  );
};

function sentenceOf(
  events: SeatedUi['t']['events'],
  kind: EventKind,
  { from, to, status }: NonNullable<EventRow['said']>,
) {
  if (kind === 'status') return events.status(status, to);
  if (kind === 'call') return events.call(status, from, to);
  return events.message(from, to);
}
