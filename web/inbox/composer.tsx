import { hx } from '../hx.ts';
import { Button } from '../kit/button.tsx';
import { ChannelTag } from '../kit/channel-tag.tsx';
import { Icon } from '../kit/icon.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { FromNumber, ToNumber } from './composer-numbers.tsx';
import { Segments } from './composer-answers.tsx';
import type { DeskSender, OpenConversation } from './types.ts';
import { firstWord, personName } from './words.ts';

interface ComposerProps {
  ui: SeatedUi;
  conversation: OpenConversation;
  senders: readonly DeskSender[];
}

/** Where an answer or a note is written. It says beforehand what may not be sent, and why. */
export const Composer = ({ ui, conversation, senders }: ComposerProps) => {
  const t = ui.t.inbox.composer;
  if (!conversation.mayWrite) {
    return (
      <p class="composer muted small" id="composer">
        {t.readOnly}
      </p>
    );
  }
  const why = closedBecause(ui, conversation);
  const post = paths.replies(conversation.id);
  return (
    <div class="composer" id="composer" data-closed={why ? 'true' : undefined}>
      {why && (
        <p class="why-closed">
          <Icon name="lock" />
          <span>
            {why} {t.noteStill}
          </span>
        </p>
      )}
      <form
        id="reply"
        method="post"
        action={post}
        data-ctrl-enter
        {...hx({ post, swap: 'none', include: '#talk-from', disable: 'find .primary' })}
      >
        <ReplyOrder />
        <div id="composer-said" />
        <By ui={ui} conversation={conversation} senders={senders} closed={why !== null} />
        <Text ui={ui} conversation={conversation} />
      </form>
    </div>
  );
};

/** A fresh id for the next order; the text stays where it is. */
export const ReplyOrder = () => (
  <span id="reply-order" hidden>
    <OrderField />
  </span>
);

/** Why no text can be sent to any number of theirs; null where one is open. */
export function closedBecause(
  ui: SeatedUi,
  { addresses, erased }: OpenConversation,
): string | null {
  const t = ui.t.inbox.composer.closed;
  if (erased) return t.erased;
  const phones = addresses.filter(({ kind }) => kind === 'phone');
  if (phones.some(({ closed }) => closed === null)) return null;
  const [first] = phones;
  if (!first?.closed) return t['no-number'];
  if (first.closed === 'opted-out') {
    return t['opted-out'](first.stopped ? new Date(first.stopped.at) : null);
  }
  return t[first.closed];
}

const By = ({ ui, conversation, senders, closed }: ComposerProps & { closed: boolean }) => {
  const t = ui.t.inbox.composer;
  return (
    <div class="composer-by">
      <fieldset class="seg-field">
        <legend class="vh">{t.by}</legend>
        <div class="seg">
          <label data-key="r" data-then="text">
            <input type="radio" name="by" value="sms" checked={!closed} disabled={closed} />
            <ChannelTag ui={ui} channel="sms" />
          </label>
          <label data-key="n" data-then="text">
            <input type="radio" name="by" value="note" checked={closed} />
            <ChannelTag ui={ui} channel="note" />
          </label>
        </div>
      </fieldset>
      {!closed && (
        <span class="numbers">
          <FromNumber ui={ui} conversation={conversation} senders={senders} />
          <ToNumber ui={ui} conversation={conversation} />
        </span>
      )}
    </div>
  );
};

const Text = ({ ui, conversation }: Omit<ComposerProps, 'senders'>) => {
  const t = ui.t.inbox.composer;
  const name = personName(ui, conversation, conversation.addresses[0]?.value);
  const count = hx({
    post: paths.segments(conversation.id),
    trigger: 'input changed delay:250ms',
    target: '#segments',
    swap: 'outerMorph',
  });
  return (
    <>
      <label class="vh" for="text">
        {t.text(name)}
      </label>
      <textarea
        class="input"
        id="text"
        name="body"
        rows={2}
        dir="auto"
        placeholder={t.placeholder(firstWord(name))}
        aria-describedby="segments"
        {...count}
      />
      <div class="row">
        <Segments ui={ui} body="" />
        <span class="row push">
          <Button primary type="submit" aria-keyshortcuts="Control+Enter">
            <span class="for-sms">{t.send}</span>
            <span class="for-note">{t.saveNote}</span>
            <kbd class="wide-only" aria-hidden="true">
              Ctrl ↵
            </kbd>
          </Button>
        </span>
      </div>
    </>
  );
};
