import type { Sender } from '../state/account.ts';
import { lastSender } from '../state/phone.ts';
import { phoneLabel } from './format.ts';
import { Icon } from './icon.tsx';
import type { PhoneProps } from './phone.tsx';
import { sentences } from './sentences.ts';

/** Writes as the person who holds the phone. Without a script it posts and comes back. */
export function Composer({ phone, numbers, label, failed }: PhoneProps & { label: string }) {
  if (numbers.length === 0) {
    return (
      <div class="composer">
        <p class="hint">{sentences.noNumbers}</p>
      </div>
    );
  }
  const action = `/phones/${encodeURIComponent(phone.number)}/messages`;
  return (
    <form
      class="composer"
      method="post"
      action={action}
      hx-post={action}
      hx-target="#phone"
      hx-swap="outerHTML"
    >
      <Recipient numbers={numbers} chosen={lastSender(phone)} />
      <div class="say">
        <label class="vh" for="say">
          {sentences.composer(label)}
        </label>
        <input
          class="input"
          type="text"
          id="say"
          name="body"
          value={failed?.body ?? ''}
          placeholder={sentences.placeholder}
          maxlength={1600}
          autocomplete="off"
          {...(failed ? { 'aria-invalid': 'true', 'aria-describedby': 'say-error' } : {})}
        />
        <button class="btn primary icon" type="submit" aria-label={sentences.send(label)}>
          <Icon name="send" />
        </button>
      </div>
      {failed && (
        <p class="err" id="say-error" role="alert">
          {failed.error}
        </p>
      )}
      <QuickAnswers />
    </form>
  );
}

function Recipient({
  numbers,
  chosen,
}: {
  numbers: readonly Sender[];
  chosen: string | undefined;
}) {
  return (
    <div class="to">
      <label class="nowrap" for="say-to">
        {sentences.writeTo}
      </label>
      <select class="input" id="say-to" name="to">
        {numbers.map(({ number, openphone }) => (
          <option value={number} selected={number === chosen}>
            {openphone ? sentences.atQuo(phoneLabel(number)) : phoneLabel(number)}
          </option>
        ))}
      </select>
    </div>
  );
}

function QuickAnswers() {
  return (
    <ul class="quick" aria-label={sentences.quick}>
      {sentences.quickAnswers.map((words) => (
        <li>
          <button class="btn" type="submit" name="quick" value={words}>
            {words}
          </button>
        </li>
      ))}
      <li>
        <button class="btn" type="submit" name="media" value="picture">
          <Icon name="picture" />
          {sentences.sendPicture}
        </button>
      </li>
    </ul>
  );
}
