import type { Block } from '#domain/sequences/step.ts';
import { Badge, type Tone } from '../kit/badge.tsx';
import { ChannelTag } from '../kit/channel-tag.tsx';
import { Line, LineItem, type When } from '../kit/line.tsx';
import { Rich } from '../kit/rich.tsx';
import { Time } from '../kit/time.tsx';
import type { SeatedUi } from '../ui.ts';
import { stepLength } from '../sequences/step-length.ts';
import { endingOf } from './headline.tsx';
import { nextLookAt, type MembershipProps, type StepSend } from './membership.ts';
import { PassportTable } from './passport-table.tsx';

interface Props {
  ui: SeatedUi;
  walk: MembershipProps;
}

/** What happened, what is now, what comes: in this order, on one line. */
export const WalkLine = ({ ui, walk }: Props) => {
  const t = ui.t.memberships;
  const { blocks } = walk.sequence;
  const current = walk.state === 'walking' ? blocks.findIndex(({ id }) => id === walk.stepId) : -1;
  const reached = reachedIndex(walk, current);
  return (
    <Line label={t.walk}>
      {walk.state !== 'excluded' && (
        <LineItem when={walk.state === 'enrolled' ? 'next' : 'past'} icon="campaigns">
          <Event
            ui={ui}
            text={t.entered(walk.plannedRank, walk.enrolled)}
            at={walk.plannedAt ?? walk.enteredAt}
          />
        </LineItem>
      )}
      {blocks.map((block, index) => {
        const when: When = index === current ? 'now' : index <= reached ? 'past' : 'next';
        if (walk.state === 'ended' && when === 'next') return null;
        return <Step ui={ui} walk={walk} block={block} position={index + 1} when={when} />;
      })}
      {walk.given.map(({ kind, at, by }) => (
        <LineItem icon="person">
          <Event ui={ui} text={t.ordered(t.orders[kind] ?? kind, by)} at={at} />
        </LineItem>
      ))}
      {walk.state === 'ended' && (
        <LineItem icon="exit">
          <Event ui={ui} text={endingOf(ui, walk)} at={walk.endedAt} />
        </LineItem>
      )}
    </Line>
  );
};

/** Up to where the walk has come: before the current step, or to the last message that was looked at. */
function reachedIndex({ state, sequence, sends }: MembershipProps, current: number): number {
  if (state === 'walking') return current < 0 ? sequence.blocks.length - 1 : current - 1;
  const looked = new Set(sends.map(({ stepId }) => stepId));
  return sequence.blocks.findLastIndex(({ id }) => looked.has(id));
}

const Event = ({ ui, text, at }: { ui: SeatedUi; text: string; at: Date | null }) => (
  <div class="ev">
    <p>
      <Rich text={text} />
    </p>
    {at && <Time ui={ui} at={at} />}
  </div>
);

interface StepProps extends Props {
  block: Block;
  position: number;
  when: When;
}

const Step = ({ ui, walk, block, position, when }: StepProps) => {
  const t = ui.t.memberships;
  switch (block.kind) {
    case 'message':
      return (
        <LineItem when={when} channel={block.channel} class={when === 'now' ? 'now' : undefined}>
          <Message
            ui={ui}
            title={t.step(position, block.title ?? t.text)}
            send={walk.sends.find(({ stepId }) => stepId === block.id)}
            at={when === 'now' ? nextLookAt(walk) : null}
          />
        </LineItem>
      );
    case 'wait':
    case 'wait-until':
      return (
        <LineItem when={when} icon="clock">
          <Event ui={ui} text={t.wait(position, stepLength(ui, block))} at={null} />
        </LineItem>
      );
    case 'exit':
      return (
        <LineItem when={when} icon="exit">
          <Event ui={ui} text={t.exitStep(block.label)} at={null} />
        </LineItem>
      );
  }
};

interface MessageProps {
  ui: SeatedUi;
  title: string;
  send: StepSend | undefined;
  at: Date | null;
}

const Message = ({ ui, title, send, at }: MessageProps) => {
  const t = ui.t.memberships;
  const shownAt = at ?? send?.at ?? null;
  const over = send && needless(ui, send);
  return (
    <>
      <div class="ev">
        <p>
          <Rich text={title} /> · <ChannelTag ui={ui} channel="sms" />{' '}
          {send && <Badge tone={over ? 'plain' : toneOf(send)}>{t.states[send.state]}</Badge>}{' '}
          {send?.errorCode && (
            <span class="muted small">{over ?? t.errorCode(send.errorCode)}</span>
          )}
        </p>
        {shownAt && <Time ui={ui} at={shownAt} />}
      </div>
      {send?.body && <p class="muted small">{send.body}</p>}
      {send?.passport && (
        <PassportTable ui={ui} send={send} passport={send.passport} open={at !== null} />
      )}
    </>
  );
};

/** How the walk ended before its message went; undefined where it is anything else. */
const needless = (ui: SeatedUi, { state, errorCode }: StepSend): string | undefined =>
  state === 'dropped' && errorCode
    ? (ui.t.memberships.endings as Record<string, string>)[errorCode]
    : undefined;

function toneOf({ state }: StepSend): Tone {
  switch (state) {
    case 'delivered':
    case 'read':
      return 'ok';
    case 'undelivered':
    case 'failed':
    case 'refused':
    case 'dropped':
      return 'danger';
    case 'held':
    case 'parked':
    case 'unconfirmed':
      return 'warn';
    case 'queued':
    case 'sending':
    case 'accepted':
    case 'sent':
      return 'plain';
  }
}
