import { phoneText } from '#domain/contacts/phone-text.ts';
import { hx } from '../hx.ts';
import { Button, IconButton, LinkButton } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { AssignMenu, SnoozeMenu } from './head-menus.tsx';
import type { ListPlace, Member, OpenConversation } from './types.ts';
import { firstWord, personName, placeQuery } from './words.ts';

interface HeadProps {
  ui: SeatedUi;
  conversation: OpenConversation;
  members: readonly Member[];
  place: ListPlace;
}

/** Whom it is with, how it stands, and the orders for it. */
export const ThreadHead = ({ ui, conversation, members, place }: HeadProps) => {
  const t = ui.t.inbox.thread;
  const phone = conversation.addresses.find(({ kind }) => kind === 'phone')?.value;
  const name = personName(ui, conversation, phone);
  const back = paths.inbox(placeQuery(place));
  return (
    <header class="thread-head" id="thread-head">
      <LinkButton
        quiet
        class="icon back"
        icon="back"
        href={back}
        aria-label={t.back}
        {...hx({ get: back, target: '#main', select: '#main', swap: 'outerHTML', pushUrl: true })}
      />
      <div class="who">
        <h2 id="who" class="clip" dir="auto" tabindex={-1} title={name}>
          {name}
        </h2>
        <p class="muted small clip">{standing(ui, conversation, phone)}</p>
      </div>
      <div class="row push">
        {conversation.mayWrite && <Orders ui={ui} conversation={conversation} members={members} />}
        <LinkButton
          quiet
          class="icon info"
          icon="panel"
          href="#person"
          aria-label={t.about(name)}
        />
      </div>
    </header>
  );
};

function standing(ui: SeatedUi, conversation: OpenConversation, phone: string | undefined): string {
  const t = ui.t.inbox.thread;
  if (conversation.state === 'done') return t.isDone;
  if (conversation.snoozedUntil) return t.isSnoozed(conversation.snoozedUntil);
  const { firstName, lastName, company } = conversation;
  return phone && [firstName, lastName, company].some(Boolean) ? phoneText(phone) : '';
}

const Orders = ({ ui, conversation, members }: Omit<HeadProps, 'place'>) => {
  const t = ui.t.inbox.thread;
  const { id, state, assignee } = conversation;
  return (
    <>
      <AssignMenu
        ui={ui}
        id="assign-menu"
        conversation={conversation}
        members={members}
        opener={
          <Button quiet icon="person" class="assign" hotkey="a" popovertarget="assign-menu">
            <span class="lbl">{assignee ? firstWord(assignee) : t.nobody}</span>
            <span class="vh">{t.assign('')}</span>
            <Icon name="open" />
          </Button>
        }
      />
      <IconButton
        quiet
        class="unread-order"
        icon="email"
        label={t.unread}
        hotkey="u"
        {...hx({ delete: paths.read(id), swap: 'none' })}
      />
      <SnoozeMenu ui={ui} conversation={conversation} />
      {state === 'open' ? <Done ui={ui} id={id} /> : <Reopen ui={ui} conversation={conversation} />}
    </>
  );
};

const Done = ({ ui, id }: { ui: SeatedUi; id: string }) => {
  const post = paths.done(id);
  return (
    <form
      method="post"
      action={post}
      {...hx({ post, swap: 'none', include: '#talk-from', disable: 'find button' })}
    >
      <OrderField />
      <Button type="submit" icon="check" hotkey="e" aria-label={ui.t.inbox.thread.markDone}>
        <span class="lbl">{ui.t.inbox.thread.done}</span>
      </Button>
    </form>
  );
};

const Reopen = ({ ui, conversation }: { ui: SeatedUi; conversation: OpenConversation }) => {
  const t = ui.t.inbox.thread;
  const words = conversation.state === 'done' ? t.reopen : t.wake;
  const post = paths.reopening(conversation.id);
  return (
    <form
      method="post"
      action={post}
      {...hx({ post, swap: 'none', include: '#talk-from', disable: 'find button' })}
    >
      <OrderField />
      <Button type="submit" icon="undo" hotkey="e" aria-label={words}>
        <span class="lbl">{words}</span>
      </Button>
    </form>
  );
};
