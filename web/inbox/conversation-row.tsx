import { hx } from '../hx.ts';
import { Badge } from '../kit/badge.tsx';
import { ChannelTag } from '../kit/channel-tag.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { InboxRow, ListPlace } from './types.ts';
import { firstWord, personName, placeQuery, roughly, shortMoment } from './words.ts';

interface RowProps {
  ui: SeatedUi;
  row: InboxRow;
  place: ListPlace;
  open: boolean;
}

export const ConversationRow = ({ ui, row, place, open }: RowProps) => {
  const href = paths.conversation(row.id, placeQuery(place));
  return (
    <li id={`c-${row.id}`} data-conversation={row.id} class={row.unread ? 'unread' : undefined}>
      <a
        href={href}
        aria-current={open ? 'true' : undefined}
        {...hx({ get: href, target: '#conversation', swap: 'innerHTML', pushUrl: true })}
      >
        <span class="c1">
          <b class="clip" dir="auto">
            {personName(ui, row, row.phone)}
          </b>
          {row.unread && <span class="vh">{ui.t.inbox.list.unread}</span>}
          <time class="push" datetime={row.lastAt.toISOString()}>
            {shortMoment(ui, row.lastAt)}
          </time>
        </span>
        <span class="c2" dir="auto">
          {previewText(ui, row)}
        </span>
        <span class="c3">
          {row.channel ? <ChannelTag ui={ui} channel={row.channel} /> : <span />}
          <span class="marks">
            <Assignee ui={ui} row={row} />
            <Standing ui={ui} row={row} />
          </span>
        </span>
      </a>
    </li>
  );
};

/** Who wrote last, and what. */
function previewText(ui: SeatedUi, row: InboxRow): string {
  const t = ui.t.inbox.list;
  const text = row.preview || wordless(ui, row);
  if (row.channel === 'call' && row.direction === 'in') return text;
  if (row.authorId === ui.viewer.id) return t.you(text);
  if (row.author) return t.them(firstWord(row.author), text);
  return row.direction === 'out' && row.channel !== 'call' ? t.automatic(text) : text;
}

/** What came without a word. */
function wordless(ui: SeatedUi, { channel, direction, missed }: InboxRow): string {
  const t = ui.t.inbox.list;
  if (channel === 'call') return missed ? t.missed : t.call;
  return direction === 'in' ? t.picture : '';
}

const Assignee = ({ ui, row }: { ui: SeatedUi; row: InboxRow }) => {
  if (row.assignee) return <Badge>{firstWord(row.assignee)}</Badge>;
  const quiet = !row.needsReply && row.state === 'open' && !row.optedOut && !row.failed;
  return quiet ? <Badge>{ui.t.inbox.list.nobody}</Badge> : <></>;
};

/** What is the matter with it: the gravest alone. */
const Standing = ({ ui, row }: { ui: SeatedUi; row: InboxRow }) => {
  const t = ui.t.inbox.list;
  if (row.optedOut) return <Badge tone="danger">{t.optedOut}</Badge>;
  if (row.failed) return <Badge tone="danger">{t.failed}</Badge>;
  if (row.state === 'done') return <Badge>{t.done}</Badge>;
  if (row.snoozedUntil) return <Badge>{t.snoozed(row.snoozedUntil)}</Badge>;
  if (row.missed) return <Badge tone="warn">{t.missed}</Badge>;
  if (!row.needsReply || !row.lastInboundAt) return <></>;
  const waited = roughly(ui.now.getTime() - row.lastInboundAt.getTime());
  return <Badge tone="warn">{waited ? t.needsReply(waited) : t.needsReplyNow}</Badge>;
};
