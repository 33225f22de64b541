import type { CallRecord } from '#domain/history/call-record.ts';
import { hx } from '../hx.ts';
import { LinkButton } from '../kit/button.tsx';
import type { ChannelName } from '../kit/channel-tag.tsx';
import { CallCard } from '../inbox/call-card.tsx';
import { Pictures } from '../inbox/pictures.tsx';
import type { ThreadAudio, ThreadPicture } from '../inbox/types.ts';
import { Line, LineItem } from '../kit/line.tsx';
import { Rich } from '../kit/rich.tsx';
import { Section } from '../kit/section.tsx';
import { Time } from '../kit/time.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

export interface ShownEntry {
  id: string;
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
  /** What came with something said; null for the rest. */
  said: {
    conversationId: string;
    call: CallRecord | null;
    audio: readonly ThreadAudio[];
    pictures: readonly ThreadPicture[];
    person: string | null;
  } | null;
}

export interface ShownTimeline {
  entries: readonly ShownEntry[];
  /** Where the older ones begin. */
  before: string | null;
}

interface TimelineProps {
  ui: SeatedUi;
  contactId: string;
  /** Of the person. */
  name: string;
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
export const TimelineEntries = ({ ui, contactId, name, timeline }: TimelineProps) => {
  const { entries, before } = timeline;
  const older = before ? paths.contactTimeline(contactId, before) : null;
  return (
    <>
      {entries.map((entry) => (
        <Entry ui={ui} entry={entry} name={name} />
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

interface EntryProps {
  ui: SeatedUi;
  entry: ShownEntry;
  name: string;
}

const Entry = ({ ui, entry, name }: EntryProps) => (
  <LineItem {...drawingOf(entry)}>
    <div class="ev">
      <p>
        <What ui={ui} entry={entry} />
      </p>
      <Time ui={ui} at={entry.at} />
    </div>
    <Parts ui={ui} entry={entry} name={name} />
  </LineItem>
);

/** What can be heard and seen of it, as in its thread. */
const Parts = ({ ui, entry, name }: EntryProps) => {
  const { said, direction } = entry;
  if (!said) return <></>;
  const { conversationId, call, pictures, person } = said;
  const author = entry.author ?? person;
  return (
    <>
      {call && (
        <CallCard
          ui={ui}
          conversationId={conversationId}
          entry={{ ...entry, audio: said.audio, person: author }}
          call={call}
          name={name}
        />
      )}
      {pictures.length > 0 && (
        <Pictures
          ui={ui}
          conversationId={conversationId}
          entry={{ direction, pictures }}
          name={name}
        />
      )}
    </>
  );
};

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

/** Nothing of it is shown below either. */
const isBare = ({ said }: ShownEntry): boolean => !said?.pictures.length;

function spokenBy(ui: SeatedUi, { direction, kind, author, said }: ShownEntry): string {
  const words = ui.t.contacts.timeline;
  const isCall = kind === 'call' || kind === 'voicemail';
  if (direction === 'in') return isCall ? words.calledThem : words.fromThem;
  const name = author ?? said?.person ?? null;
  return isCall ? words.calledUs(name) : words.fromUs(name);
}

const Spoken = ({ ui, entry }: { ui: SeatedUi; entry: ShownEntry }) => {
  const words = ui.t.contacts.timeline;
  if (entry.kind === 'event') return <span class="muted">{words.event}</span>;
  const who = entry.kind === 'note' ? words.noted(entry.author) : spokenBy(ui, entry);
  const kind = entry.said?.call ? undefined : (words.kinds as Record<string, string>)[entry.kind];
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
      {!entry.said?.call && (entry.body || isBare(entry)) && (
        <>
          <br />
          <span class="lines">{entry.body || <span class="muted">{words.picture}</span>}</span>
        </>
      )}
    </>
  );
};
