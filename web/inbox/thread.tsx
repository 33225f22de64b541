import { hx } from '../hx.ts';
import { onNews } from '../live.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { closedBecause } from './composer.tsx';
import { Entries } from './entries.tsx';
import type { ListPlace, OpenConversation, ThreadEntry, ThreadStretch } from './types.ts';
import { personName, placeQuery } from './words.ts';

interface ThreadProps {
  ui: SeatedUi;
  conversation: OpenConversation;
  thread: ThreadStretch;
}

/**
 * The stretch that is now. It is read anew from its first entry on, so that it grows at its end and the
 * states of its messages move, while earlier stretches stand still above it.
 */
export const Thread = ({ ui, conversation, thread }: ThreadProps) => {
  const t = ui.t.inbox.thread;
  const { entries } = thread;
  const latest = entries.findLast(isSaid);
  const name = personName(ui, conversation, conversation.addresses[0]?.value);
  const live = hx({
    get: paths.thread(conversation.id),
    trigger: onNews(`conversation:${conversation.id}`),
    include: '#talk-from',
    swap: 'outerMorph',
  });
  return (
    <div
      id="talk"
      data-latest={latest?.id}
      data-latest-in={latest?.direction === 'in' ? 'true' : undefined}
      data-say={t.arrived(name)}
      {...live}
    >
      <span id="talk-from" hidden>
        <input type="hidden" name="from" value={entries[0]?.cursor ?? ''} />
        <input type="hidden" name="closed" value={closedBecause(ui, conversation) ? 'yes' : 'no'} />
        <input type="hidden" name="seen" value={latest?.id ?? ''} form="reply" />
      </span>
      {entries.length === 0 ? (
        <p class="muted small">{t.nothing}</p>
      ) : (
        <Entries ui={ui} conversation={conversation} entries={entries} name={name} />
      )}
      {conversation.unread && latest && (
        <ReadMark conversationId={conversation.id} seenId={latest.id} />
      )}
    </div>
  );
};

const isSaid = (entry: ThreadEntry) => entry.what === 'said';

/** Tells the server how far this reader has come, once the text has been shown. */
const ReadMark = ({ conversationId, seenId }: { conversationId: string; seenId: string }) => (
  <span
    id={`read-${seenId}`}
    hidden
    {...hx({
      post: paths.read(conversationId),
      vals: { seen: seenId },
      trigger: 'load',
      swap: 'none',
    })}
  />
);

interface EarlierProps {
  ui: SeatedUi;
  conversationId: string;
  older: string | null;
  place?: ListPlace;
}

/** The way upward: earlier entries take its place. */
export const Earlier = ({ ui, conversationId, older, place }: EarlierProps) => {
  const t = ui.t.inbox.thread;
  if (!older) return <p class="begins muted small">{t.begins}</p>;
  const href = paths.thread(conversationId, { before: older });
  return (
    <p class="begins" {...hx({ get: href, trigger: 'intersect once', swap: 'outerHTML' })}>
      <a
        class="btn quiet"
        href={paths.conversation(conversationId, {
          ...(place && placeQuery(place)),
          before: older,
        })}
        {...hx({ get: href, target: 'closest p', swap: 'outerHTML' })}
      >
        {t.older}
      </a>
    </p>
  );
};
