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
  numbers: readonly string[];
  /** What was typed and why it could not be sent. */
  failed?: { body: string; error: string };
};

/** One handset with its screen and composer. */
export function PhoneSet({ phone, numbers, failed }: PhoneProps) {
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
      <Screen phone={phone} />
      <Composer phone={phone} numbers={numbers} label={label} {...(failed ? { failed } : {})} />
    </section>
  );
}

/** What the phone shows; read out as it grows. */
export function Screen({ phone }: { phone: Phone }) {
  const label = phone.name ?? phoneLabel(phone.number);
  return (
    <div class="screen" id="screen" tabindex={0} role="log" aria-label={sentences.screen(label)}>
      <ol>
        {phone.shown.length === 0 && (
          <li>
            <span>{sentences.nothingShown}</span>
          </li>
        )}
        {phone.shown.slice(-SHOWN).map((message) => (
          <Bubble message={message} phone={phone.number} />
        ))}
      </ol>
    </div>
  );
}

function Bubble({ message, phone }: { message: Message; phone: string }) {
  const isOut = message.from === phone;
  const at = message.marks.at(-1)?.at ?? message.acceptedAt;
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
