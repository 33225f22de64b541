import type { Child } from 'hono/jsx';
import { snoozeTimes } from '#domain/inbox/snooze.ts';
import { hx } from '../hx.ts';
import { Button } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { Member, OpenConversation } from './types.ts';

interface AssignProps {
  ui: SeatedUi;
  /** Unique on the page; the popover's id. */
  id: string;
  conversation: OpenConversation;
  members: readonly Member[];
  /** The button that opens it. */
  opener: Child;
}

/** Takes the conversation, gives it to another of the desk, or to nobody. */
export const AssignMenu = ({ ui, id, conversation, members, opener }: AssignProps) => {
  const t = ui.t.inbox.thread;
  const { assigneeId } = conversation;
  const me = members.filter((member) => member.id === ui.viewer.id);
  const others = members.filter((member) => member.id !== ui.viewer.id);
  const post = paths.assignee(conversation.id);
  return (
    <>
      {opener}
      <form
        id={id}
        popover="auto"
        class="menu at-end"
        method="post"
        action={post}
        aria-label={t.assignTo}
        {...hx({ post, swap: 'none', include: '#talk-from' })}
      >
        <OrderField />
        {[...me, ...others].map((member) => (
          <Choice value={member.id} chosen={member.id === assigneeId}>
            {member.id === ui.viewer.id ? t.me(member.name) : member.name}
          </Choice>
        ))}
        <hr />
        <Choice value="" chosen={assigneeId === null}>
          {t.nobody}
        </Choice>
      </form>
    </>
  );
};

const Choice = ({
  value,
  chosen,
  children,
}: {
  value: string;
  chosen: boolean;
  children: Child;
}) => (
  <button type="submit" name="to" value={value} aria-pressed={chosen ? 'true' : 'false'}>
    <Icon name={chosen ? 'check' : value ? 'person' : 'unassigned'} />
    <span>{children}</span>
  </button>
);

/** Presets by the clock of the desk, and any other moment. */
export const SnoozeMenu = ({
  ui,
  conversation,
}: {
  ui: SeatedUi;
  conversation: OpenConversation;
}) => {
  const t = ui.t.inbox.thread;
  const post = paths.snooze(conversation.id);
  return (
    <>
      <Button
        quiet
        icon="snooze"
        hotkey="s"
        popovertarget="snooze-menu"
        aria-label={t.snooze}
        title={t.snooze}
      >
        <span class="lbl">{t.snooze}</span>
      </Button>
      <form
        id="snooze-menu"
        popover="auto"
        class="menu at-end"
        method="post"
        action={post}
        aria-label={t.snoozeUntil}
        {...hx({ post, swap: 'none', include: '#talk-from' })}
      >
        <OrderField />
        <Presets ui={ui} />
        <hr />
        <Moment ui={ui} />
        <hr />
        <button type="button" {...hx({ delete: paths.read(conversation.id), swap: 'none' })}>
          <Icon name="email" />
          <span>{t.unread}</span>
        </button>
      </form>
    </>
  );
};

const Presets = ({ ui }: { ui: SeatedUi }) => (
  <>
    {snoozeTimes(ui.now.getTime(), ui.zone).map(({ preset, until }) => (
      <button type="submit" name="preset" value={preset}>
        <Icon name="snooze" />
        <span>{ui.t.inbox.thread.presets[preset]}</span>
        <span class="muted small push">{ui.format.moment(new Date(until))}</span>
      </button>
    ))}
  </>
);

/** Any other moment, by the clock of the desk. */
const Moment = ({ ui }: { ui: SeatedUi }) => {
  const t = ui.t.inbox.thread;
  return (
    <div class="snooze-at">
      <label for="snooze-at">{t.pick}</label>
      <input
        class="input"
        type="datetime-local"
        id="snooze-at"
        name="at"
        min={ui.format.inputValue(ui.now)}
      />
      <button type="submit" class="btn" name="preset" value="">
        {t.pickSet}
      </button>
    </div>
  );
};
