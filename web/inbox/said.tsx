import { phoneText } from '#domain/contacts/phone-text.ts';
import { Bubble } from '../kit/bubble.tsx';
import type { ChannelName } from '../kit/channel-tag.tsx';
import { LineItem } from '../kit/line.tsx';
import { Rich } from '../kit/rich.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { CallCard } from './call-card.tsx';
import { MessageState } from './message-state.tsx';
import { Pictures } from './pictures.tsx';
import type { OpenConversation, SaidEntry } from './types.ts';

interface SaidProps {
  ui: SeatedUi;
  conversation: OpenConversation;
  entry: SaidEntry;
  at: Date;
  /** Of the person. */
  name: string;
}

/** A message or a note as it was written, or a call with what belongs to it. */
export const Said = ({ ui, conversation, entry, at, name }: SaidProps) => {
  const channel = channelOf(entry);
  return (
    <LineItem channel={channel} id={`i-${entry.id}`}>
      <Bubble
        ui={ui}
        kind={entry.kind === 'note' ? 'memo' : entry.direction === 'out' ? 'out' : 'in'}
        channel={channel}
        who={whoSpeaks(ui, entry, { name, conversation })}
        via={whereTo(ui, entry)}
        at={at}
        text={!entry.call && entry.body && <span dir="auto">{entry.body}</span>}
        media={<Media ui={ui} conversation={conversation} entry={entry} name={name} />}
        foot={<Foot ui={ui} conversation={conversation} entry={entry} />}
      />
    </LineItem>
  );
};

function channelOf({ kind, channel }: SaidEntry): ChannelName {
  if (kind === 'note') return 'note';
  return kind === 'voicemail' ? 'voicemail' : (channel ?? 'sms');
}

const Media = ({ ui, conversation, entry, name }: Omit<SaidProps, 'at'>) => {
  const { call, pictures } = entry;
  return (
    <>
      {call && (
        <CallCard
          ui={ui}
          conversationId={conversation.id}
          entry={{ ...entry, person: entry.author?.name ?? entry.person }}
          call={call}
          name={name}
        />
      )}
      {pictures.length > 0 && (
        <Pictures ui={ui} conversationId={conversation.id} entry={entry} name={name} />
      )}
    </>
  );
};

const isGroup = ({ to }: SaidEntry): boolean => to.length > 1;

function whoSpeaks(
  ui: SeatedUi,
  entry: SaidEntry,
  { name, conversation }: Pick<SaidProps, 'name' | 'conversation'>,
) {
  const { author, person, direction, kind, campaign, from } = entry;
  // Who called, also where the author is the one who took the call.
  if (author && direction !== 'in') return author.name;
  if (direction === 'in') {
    const isOther = isGroup(entry) && conversation.addresses.every(({ value }) => value !== from);
    return <span dir="auto">{isOther && from ? phoneText(from) : name}</span>;
  }
  if (person) return person;
  if (campaign) return <a href={paths.campaign(campaign.id)}>{campaign.name}</a>;
  if (kind === 'note') return ui.t.inbox.thread.someone;
  // Written at the provider by somebody whom it does not name.
  return entry.send || entry.purpose ? ui.t.inbox.thread.automatic : ui.workspace.name;
}

/** The number of ours that it came to or from; of a group everybody that it went to. */
function whereTo(ui: SeatedUi, entry: SaidEntry): string | undefined {
  const { sender, direction, to } = entry;
  const t = ui.t.inbox.thread;
  if (isGroup(entry)) return t.toAll(to.map(phoneText));
  if (!sender || !direction) return undefined;
  return direction === 'in' ? t.to(phoneText(sender)) : t.from(phoneText(sender));
}

const Foot = ({ ui, conversation, entry }: Omit<SaidProps, 'at' | 'name'>) => {
  const t = ui.t.inbox.thread;
  if (entry.direction === 'in') {
    if (entry.erased) return <span>{t.erased}</span>;
    return entry.meaning ? <span>{t.meanings[entry.meaning]}</span> : <></>;
  }
  if (entry.kind === 'note' || entry.call) return <></>;
  const walk = entry.send?.membershipId;
  return (
    <>
      <MessageState ui={ui} conversation={conversation} entry={entry} />
      {walk && (
        <span>
          <Rich text={t.why} href={paths.membership(walk)} />
        </span>
      )}
    </>
  );
};
