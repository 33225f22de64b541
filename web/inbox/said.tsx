import { phoneText } from '#domain/contacts/phone-text.ts';
import { Bubble } from '../kit/bubble.tsx';
import type { ChannelName } from '../kit/channel-tag.tsx';
import { LineItem } from '../kit/line.tsx';
import { Rich } from '../kit/rich.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
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

/** A message or a note, as it was written. */
export const Said = ({ ui, conversation, entry, at, name }: SaidProps) => {
  const channel = channelOf(entry);
  return (
    <LineItem channel={channel} id={`i-${entry.id}`}>
      <Bubble
        ui={ui}
        kind={entry.kind === 'note' ? 'memo' : entry.direction === 'out' ? 'out' : 'in'}
        channel={channel}
        who={whoSpeaks(ui, entry, name)}
        via={numberOfOurs(ui, entry)}
        at={at}
        text={entry.body && <span dir="auto">{entry.body}</span>}
        media={
          entry.pictures.length > 0 && (
            <Pictures ui={ui} conversation={conversation} pictures={entry.pictures} name={name} />
          )
        }
        foot={<Foot ui={ui} conversation={conversation} entry={entry} />}
      />
    </LineItem>
  );
};

function channelOf({ kind, channel }: SaidEntry): ChannelName {
  if (kind === 'note') return 'note';
  return kind === 'voicemail' ? 'voicemail' : (channel ?? 'sms');
}

function whoSpeaks(ui: SeatedUi, { author, direction, kind, campaign }: SaidEntry, name: string) {
  if (author) return author.name;
  if (direction === 'in') return <span dir="auto">{name}</span>;
  if (campaign) return <a href={paths.campaign(campaign.id)}>{campaign.name}</a>;
  return kind === 'note' ? ui.t.inbox.thread.someone : ui.t.inbox.thread.automatic;
}

function numberOfOurs(ui: SeatedUi, { sender, direction }: SaidEntry): string | undefined {
  if (!sender || !direction) return undefined;
  const t = ui.t.inbox.thread;
  return direction === 'in' ? t.to(phoneText(sender)) : t.from(phoneText(sender));
}

const Foot = ({ ui, conversation, entry }: Omit<SaidProps, 'at' | 'name'>) => {
  const t = ui.t.inbox.thread;
  if (entry.direction === 'in') {
    return entry.meaning ? <span>{t.meanings[entry.meaning]}</span> : <></>;
  }
  if (entry.kind === 'note') return <></>;
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
