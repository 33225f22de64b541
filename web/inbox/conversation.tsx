import { EmptyState } from '../kit/empty-state.tsx';
import type { SeatedUi } from '../ui.ts';
import { Composer } from './composer.tsx';
import { PersonPane } from './person.tsx';
import { ThreadHead } from './thread-head.tsx';
import { Earlier, Thread } from './thread.tsx';
import type { ConversationProps } from './types.ts';
import { personName } from './words.ts';

/** Thread and person of the conversation that is open: what a press on a row exchanges. */
export const Conversation = ({ ui, ...props }: ConversationProps & { ui: SeatedUi }) => {
  const { conversation, thread, members, senders, place } = props;
  const name = personName(ui, conversation, conversation.addresses[0]?.value);
  const t = ui.t.inbox.thread;
  return (
    <>
      <section
        class="pane thread"
        id="thread"
        aria-labelledby="who"
        data-open-conversation={conversation.id}
      >
        <ThreadHead ui={ui} conversation={conversation} members={members} place={place} />
        <div
          class="pane-scroll bottom-up"
          id="thread-scroll"
          tabindex={0}
          role="region"
          aria-label={t.label(name)}
        >
          <div class="talk">
            <Earlier ui={ui} conversationId={conversation.id} older={thread.older} place={place} />
            <Thread ui={ui} conversation={conversation} thread={thread} />
          </div>
        </div>
        <div class="to-latest-place">
          <button type="button" class="btn" data-to-latest hidden>
            {t.toLatest}
          </button>
        </div>
        <Composer ui={ui} conversation={conversation} senders={senders} />
      </section>
      <PersonPane ui={ui} conversation={conversation} members={members} walks={props.walks} />
    </>
  );
};

/** The same as an answer on its own: it also tells the window its title. */
export const ConversationAlone = ({ ui, ...props }: ConversationProps & { ui: SeatedUi }) => {
  const { conversation } = props;
  const name = personName(ui, conversation, conversation.addresses[0]?.value);
  return (
    <>
      <title>{`${name} · ${ui.t.shell.product}`}</title>
      <Conversation ui={ui} {...props} />
    </>
  );
};

/** Before one is chosen. */
export const NoConversation = ({ ui }: { ui: SeatedUi }) => {
  const words = ui.t.inbox.empty.none;
  return (
    <section class="pane thread none" id="thread" aria-label={words.title}>
      <EmptyState title={words.title}>{words.why}</EmptyState>
    </section>
  );
};
