import { Line, LineItem } from '../kit/line.tsx';
import { Rich } from '../kit/rich.tsx';
import { Time } from '../kit/time.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { Said } from './said.tsx';
import type { OpenConversation, OrderedEntry, ThreadEntry, WalkEntry } from './types.ts';
import { dayKey } from './words.ts';

interface EntriesProps {
  ui: SeatedUi;
  conversation: OpenConversation;
  entries: readonly ThreadEntry[];
  /** Of the person. */
  name: string;
}

/** A stretch of the thread on the line, with a mark at the start of each day. */
export const Entries = ({ ui, conversation, entries, name }: EntriesProps) => (
  <Line runs>
    {entries.map((entry, index) => {
      const before = entries[index - 1];
      const isNewDay = !before || dayKey(ui, before.at) !== dayKey(ui, entry.at);
      return (
        <>
          {isNewDay && <Day ui={ui} at={entry.at} />}
          <Entry ui={ui} conversation={conversation} entry={entry} name={name} />
        </>
      );
    })}
  </Line>
);

const Day = ({ ui, at }: { ui: SeatedUi; at: Date }) => {
  const day = ui.format.longDate(at);
  const key = dayKey(ui, at);
  return (
    <LineItem>
      <p class="day">
        <time datetime={key}>
          {key === dayKey(ui, ui.now) ? ui.t.inbox.thread.today(day) : day}
        </time>
      </p>
    </LineItem>
  );
};

interface EntryProps extends Omit<EntriesProps, 'entries'> {
  entry: ThreadEntry;
}

const Entry = ({ ui, conversation, entry, name }: EntryProps) => {
  switch (entry.what) {
    case 'said':
      return <Said ui={ui} conversation={conversation} entry={entry} at={entry.at} name={name} />;
    case 'walk':
      return <WalkEnded ui={ui} entry={entry} at={entry.at} />;
    case 'ordered':
      return <Ordered ui={ui} entry={entry} at={entry.at} />;
  }
};

const WalkEnded = ({ ui, entry, at }: { ui: SeatedUi; entry: WalkEntry; at: Date }) => {
  const t = ui.t.inbox.thread;
  return (
    <LineItem icon="exit" id={`m-${entry.membershipId}`}>
      <p class="sysline">
        <Rich text={t.endings[entry.ending](entry.campaign)} />{' '}
        <Rich text={t.whyWalk} href={paths.membership(entry.membershipId)} />{' '}
        <Time ui={ui} at={at} as="time" />
      </p>
    </LineItem>
  );
};

const Ordered = ({ ui, entry, at }: { ui: SeatedUi; entry: OrderedEntry; at: Date }) => (
  <LineItem icon={entry.kind === 'conversation.snooze' ? 'snooze' : 'person'} id={`o-${entry.id}`}>
    <p class="sysline">
      <Rich text={orderText(ui, entry)} /> <Time ui={ui} at={at} as="time" />
    </p>
  </LineItem>
);

function orderText(ui: SeatedUi, { kind, by, to, until }: OrderedEntry): string {
  const t = ui.t.inbox.thread.ordered;
  const who = by ?? ui.t.inbox.thread.someone;
  switch (kind) {
    case 'conversation.assign':
      if (!to) return t.freed(who);
      return to === by ? t.taken(who) : t.given(who, to);
    case 'conversation.snooze':
      return t.snoozed(who, new Date(until ?? 0));
    case 'conversation.done':
      return t.done(who);
    case 'conversation.reopen':
      return t.reopened(who);
  }
}
