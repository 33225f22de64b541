import { ThreadHead } from '#web/inbox/thread-head.tsx';
import { Thread } from '#web/inbox/thread.tsx';
import type { Member, OpenConversation, ThreadStretch } from '#web/inbox/types.ts';
import { Partial } from '#web/kit/partial.tsx';
import type { SeatedUi } from '#web/ui.ts';

interface ThreadNowProps {
  ui: SeatedUi;
  conversation: OpenConversation;
  thread: ThreadStretch;
  members: readonly Member[];
}

/** Thread and head as they stand, each into its own place, wherever the request came from. */
export const ThreadNow = ({ ui, conversation, thread, members }: ThreadNowProps) => (
  <>
    <Partial target="#talk" swap="outerMorph">
      <Thread ui={ui} conversation={conversation} thread={thread} />
    </Partial>
    <Partial target="#thread-head" swap="outerMorph">
      <ThreadHead
        ui={ui}
        conversation={conversation}
        members={members}
        place={{ view: 'open', q: '' }}
      />
    </Partial>
  </>
);
