import type { CallRecord } from '../openphone/records.ts';
import type { Sender } from '../state/account.ts';
import type { Message } from '../state/message.ts';
import type { Phone } from '../state/phone.ts';
import { Composer } from './composer.tsx';
import { phoneLabel, timeLabel } from './format.ts';
import { Face } from './phone-list.tsx';
import { sentences } from './sentences.ts';

/** A long thread is cut to its newest messages; the JSON of the phone has them all. */
const SHOWN = 100;

export type PhoneProps = {
  phone: Phone;
  numbers: readonly Sender[];
  /** What was called by Quo, oldest first. */
  calls: readonly CallRecord[];
  /** What was typed and why it could not be sent. */
  failed?: { body: string; error: string };
};

/** One handset with its screen and composer. */
export function PhoneSet({ phone, calls, numbers, failed }: PhoneProps) {
  const label = phone.name ?? phoneLabel(phone.number);
  return (
    <section class="phone" id="phone" aria-labelledby="phone-heading">
      <header>
        <Face phone={phone} />
        <div>
          <h2 id="phone-heading">{label}</h2>
          <p class="muted">{phone.name ? phoneLabel(phone.number) : phone.number}</p>
        </div>
      </header>
      <Screen phone={phone} calls={calls} />
      <Composer {...{ phone, calls, numbers, label }} {...(failed ? { failed } : {})} />
    </section>
  );
}

/** What the phone shows; read out as it grows. */
export function Screen({ phone, calls }: Pick<PhoneProps, 'phone' | 'calls'>) {
  const shown = [
    ...phone.shown.map((message) => ({ at: shownAt(message), message })),
    ...calls.map((call) => ({ at: call.createdAt, call })),
  ].sort((a, b) => a.at - b.at);
  const label = phone.name ?? phoneLabel(phone.number);
  return (
    <div class="screen" id="screen" tabindex={0} role="log" aria-label={sentences.screen(label)}>
      <ol>
        {shown.length === 0 && (
          <li>
            <span>{sentences.nothingShown}</span>
          </li>
        )}
        {shown
          .slice(-SHOWN)
          .map((one) =>
            'message' in one ? (
              <Bubble message={one.message} phone={phone.number} />
            ) : (
              <CallLine call={one.call} />
            ),
          )}
      </ol>
    </div>
  );
}

function CallLine({ call }: { call: CallRecord }) {
  const isOut = call.direction === 'incoming';
  return (
    <li class={isOut ? 'out' : 'in'} id={`c-${call.id}`}>
      <p>{sentences.call(call.status, call.duration)}</p>
      <span>{timeLabel(call.createdAt)}</span>
    </li>
  );
}

function shownAt(message: Message): number {
  return message.marks.at(-1)?.at ?? message.acceptedAt;
}

function Bubble({ message, phone }: { message: Message; phone: string }) {
  const isOut = message.from === phone;
  const at = shownAt(message);
  const where = isOut
    ? sentences.to(phoneLabel(message.to))
    : sentences.from(phoneLabel(message.from));
  const remarks = [
    timeLabel(at),
    where,
    ...(!isOut && message.media.length > 0 ? [sentences.pictureFromUs(message.media.length)] : []),
    ...(message.origin === 'provider' ? [sentences.byProvider] : []),
  ];
  return (
    <li class={isOut ? 'out' : 'in'} id={`m-${message.sid}`}>
      {isOut &&
        message.media.map((media) => (
          <img src={`/pictures/${media}.png`} alt={sentences.picture} width="320" height="240" />
        ))}
      {message.body && <p>{message.body}</p>}
      <span>{remarks.join(' · ')}</span>
    </li>
  );
}
