import { latestPhones, type Phone } from '../state/phone.ts';
import { phoneLabel, timeLabel } from './format.ts';
import { sentences } from './sentences.ts';

const SHOWN = 50;

/** The phones touched last; the whole list stays reachable by typing a number. */
export function PhoneList({ phones, current }: Props) {
  const latest = latestPhones(phones.values(), SHOWN);
  const more = phones.size - latest.length;
  return (
    <section class="phones" id="phones" aria-labelledby="phones-heading">
      <h2 id="phones-heading">{sentences.listHeading}</h2>
      {latest.length === 0 && <p class="empty">{sentences.noPhones}</p>}
      <ol>
        {latest.map((phone) => (
          <PhoneRow phone={phone} isCurrent={phone.number === current} />
        ))}
      </ol>
      {more > 0 && <p class="hint">{sentences.listMore(more)}</p>}
    </section>
  );
}

function PhoneRow({ phone, isCurrent }: { phone: Phone; isCurrent: boolean }) {
  return (
    <li id={`row-${phone.number.slice(1)}`}>
      <a
        href={`/?phone=${encodeURIComponent(phone.number)}`}
        aria-current={isCurrent ? 'page' : undefined}
      >
        <Face phone={phone} />
        <b class="clip">{phone.name ?? phoneLabel(phone.number)}</b>
        {phone.lastAt > 0 && (
          <time class="when" datetime={new Date(phone.lastAt).toISOString()}>
            {timeLabel(phone.lastAt)}
          </time>
        )}
        <small class="clip">{phone.shown.at(-1)?.body ?? phoneLabel(phone.number)}</small>
        {phone.unread > 0 && (
          <span class="count">
            <span aria-hidden="true">{phone.unread}</span>
            <span class="vh">{sentences.unread(phone.unread)}</span>
          </span>
        )}
      </a>
    </li>
  );
}

/** The initials of a name; of an unnamed phone its last two digits. */
export function Face({ phone }: { phone: Pick<Phone, 'name' | 'number'> }) {
  const initials = phone.name
    ?.split(' ')
    .map((word) => word[0])
    .slice(0, 2)
    .join('');
  return (
    <span class="face" aria-hidden="true">
      {initials ?? phone.number.slice(-2)}
    </span>
  );
}

type Props = { phones: ReadonlyMap<string, Phone>; current: string | undefined };
