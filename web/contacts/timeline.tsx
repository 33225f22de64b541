import { hx } from '../hx.ts';
import { LinkButton } from '../kit/button.tsx';
import type { ChannelName } from '../kit/channel-tag.tsx';
import { Line, LineItem } from '../kit/line.tsx';
import { Rich } from '../kit/rich.tsx';
import { Section } from '../kit/section.tsx';
import { Time } from '../kit/time.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

export interface ShownEntry {
  at: Date;
  key: string;
  what: 'interaction' | 'walk' | 'order';
  kind: string;
  channel: 'sms' | 'whatsapp' | 'email' | 'call' | null;
  direction: 'in' | 'out' | null;
  body: string;
  state: string | null;
  author: string | null;
  campaignName: string | null;
  membershipId: string | null;
}

export interface ShownTimeline {
  entries: readonly ShownEntry[];
  /** Where the older ones begin. */
  before: string | null;
}

interface TimelineProps {
  ui: SeatedUi;
  contactId: string;
  timeline: ShownTimeline;
}

export const TimelineSection = (props: TimelineProps) => (
  <Section id="timeline" title={props.ui.t.contacts.timeline.title}>
    {props.timeline.entries.length === 0 ? (
      <p class="muted">{props.ui.t.contacts.timeline.none}</p>
    ) : (
      <Line label={props.ui.t.contacts.timeline.title} tight>
        <TimelineEntries {...props} />
      </Line>
    )}
  </Section>
);

/** The entries and, last, the way to older ones: it puts them in its own place. */
export const TimelineEntries = ({ ui, contactId, timeline }: TimelineProps) => {
  const { entries, before } = timeline;
  const older = before ? paths.contactTimeline(contactId, before) : null;
  return (
    <>
      {entries.map((entry) => (
        <Entry ui={ui} entry={entry} />
      ))}
      {older && (
        <li class="older" id="older-entries">
          <LinkButton
            href={older}
            {...hx({ get: older, target: '#older-entries', swap: 'outerHTML' })}
          >
            {ui.t.contacts.timeline.older}
          </LinkButton>
        </li>
      )}
    </>
  );
};

const Entry = ({ ui, entry }: { ui: SeatedUi; entry: ShownEntry }) => (
  <LineItem {...drawingOf(entry)}>
    <div class="ev">
      <p>
        <What ui={ui} entry={entry} />
      </p>
      <Time ui={ui} at={entry.at} />
    </div>
  </LineItem>
);

function drawingOf({ what, kind, channel }: ShownEntry) {
  if (what === 'walk') return { icon: 'campaigns' as const };
  if (what === 'order') return { icon: 'person' as const };
  if (kind === 'note') return { channel: 'note' as ChannelName };
  if (kind === 'voicemail') return { channel: 'voicemail' as ChannelName };
  return channel ? { channel: channel as ChannelName } : { icon: 'info' as const };
}

const What = ({ ui, entry }: { ui: SeatedUi; entry: ShownEntry }) => {
  const words = ui.t.contacts.timeline;
  if (entry.what === 'order') {
    const who = entry.author ?? words.somebody;
    const say = (words.orders as Record<string, (who: string) => string>)[entry.kind];
    return <>{say ? say(who) : words.someOrder(who)}</>;
  }
  if (entry.what === 'walk') {
    const say = (words.walks as Record<string, (name: string) => string>)[entry.kind];
    const text = <Rich text={say?.(entry.campaignName ?? '') ?? ''} />;
    return entry.membershipId ? <a href={paths.membership(entry.membershipId)}>{text}</a> : text;
  }
  return <Spoken ui={ui} entry={entry} />;
};

const Spoken = ({ ui, entry }: { ui: SeatedUi; entry: ShownEntry }) => {
  const words = ui.t.contacts.timeline;
  if (entry.kind === 'event') return <span class="muted">{words.event}</span>;
  const who =
    entry.kind === 'note'
      ? words.noted(entry.author)
      : entry.direction === 'in'
        ? words.fromThem
        : words.fromUs(entry.author);
  const kind = (words.kinds as Record<string, string>)[entry.kind];
  const state =
    entry.direction === 'out' && (words.states as Record<string, string>)[entry.state ?? ''];
  const about = [
    kind,
    entry.campaignName ? words.inCampaign(entry.campaignName) : '',
    state || '',
  ].filter(Boolean);
  return (
    <>
      <span class="muted">{[who, ...about].join(' · ')}</span>
      <br />
      <span class="lines">{entry.body || <span class="muted">{words.picture}</span>}</span>
    </>
  );
};
