import { Shell } from '../layout.tsx';
import type { SeatedUi } from '../ui.ts';
import { Conversation, NoConversation } from './conversation.tsx';
import { ListPane } from './conversation-list.tsx';
import type { ConversationProps, InboxList, ViewCounts } from './types.ts';
import { Views } from './views.tsx';
import { personName } from './words.ts';

interface InboxPageProps {
  ui: SeatedUi;
  list: InboxList;
  counts: ViewCounts;
  /** The conversation that is open; null before one is chosen. */
  open: ConversationProps | null;
}

/** Views, list, thread and person, each with an address of its own. */
export const InboxPage = ({ ui, list, counts, open }: InboxPageProps) => {
  const person = open?.conversation;
  const title = person ? personName(ui, person, person.addresses[0]?.value) : ui.t.inbox.title;
  return (
    <Shell ui={ui} title={title} nav="inbox">
      <div class="app inbox">
        <h1 class="vh" tabindex={-1}>
          {ui.t.inbox.title}
        </h1>
        <Views ui={ui} counts={counts} current={list.q ? null : list.view} />
        <ListPane ui={ui} list={list} counts={counts} />
        <div id="conversation">
          {open ? <Conversation ui={ui} {...open} /> : <NoConversation ui={ui} />}
        </div>
      </div>
    </Shell>
  );
};
