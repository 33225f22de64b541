import type { Faults } from '../faults/faults.ts';
import { isTerminal, type Mark, type Message } from '../state/message.ts';
import type { RecordEntry, Store } from '../store.ts';
import type { Timers } from '../timers.ts';
import { dlrDate } from './dates.ts';
import { failureText } from './errors.ts';
import type { DeliverWebhook } from './webhooks.ts';

/** Tells the client's app about the states of its messages, spoilt as the faults say. */
export interface StatusCallbacks {
  tell: (message: Message, mark: Mark) => void;
  /** After a restart: what was reached but not told. */
  tellAgain: (message: Message) => void;
}

export function createStatusCallbacks(options: {
  readonly store: Store;
  readonly faults: Faults;
  readonly timers: Timers;
  readonly deliver: DeliverWebhook;
}): StatusCallbacks {
  const { store, faults, timers, deliver } = options;
  const reordered = new Map<string, Mark[]>();

  async function send(message: Message, mark: Mark): Promise<void> {
    const account = store.world.accounts.get(message.account);
    const address = addressOf(store, message);
    if (!account || !address) return;
    const delay = faults.callbackDelay();
    if (delay > 0) await timers.sleep(delay);
    const webhook = { address, token: account.token, fields: callbackFields(message, mark) };
    const twice = faults.strikes('duplicateCallbacks');
    await Promise.all([deliver(webhook), ...(twice ? [deliver(webhook)] : [])]);
    await told(store.record, message, mark);
  }

  async function sendBackwards(message: Message, marks: readonly Mark[]): Promise<void> {
    for (const mark of marks.toReversed()) await send(message, mark);
  }

  function isReordered(message: Message): boolean {
    if (reordered.has(message.sid)) return true;
    if (message.marks.length !== 2 || !faults.strikes('reorderCallbacks')) return false;
    reordered.set(message.sid, []);
    return true;
  }

  function hold(message: Message, mark: Mark): void {
    const marks = reordered.get(message.sid)!;
    marks.push(mark);
    if (!isTerminal(mark.status)) return;
    reordered.delete(message.sid);
    void sendBackwards(message, marks);
  }

  return {
    tell(message, mark) {
      if (!addressOf(store, message)) return;
      if (faults.strikes('loseCallbacks')) void told(store.record, message, mark);
      else if (isReordered(message)) hold(message, mark);
      else void send(message, mark);
    },
    tellAgain(message) {
      for (const mark of message.marks.slice(1)) if (!mark.told) void send(message, mark);
    },
  };
}

function told(record: RecordEntry, message: Message, mark: Mark): Promise<void> {
  return record({ kind: 'told', sid: message.sid, status: mark.status });
}

/** The message's own address, else the account's; what the provider itself sent is not reported. */
function addressOf({ world, resolve }: Store, message: Message): string | undefined {
  if (message.origin !== 'api') return undefined;
  if (message.statusCallback) return message.statusCallback;
  const address = world.accounts.get(message.account)?.webhook.status;
  return address && resolve(address);
}

function callbackFields(message: Message, mark: Mark): { [name: string]: string } {
  const { errorCode } = message;
  const service = message.fields['MessagingServiceSid'];
  return {
    MessageSid: message.sid,
    SmsSid: message.sid,
    MessageStatus: mark.status,
    SmsStatus: mark.status,
    AccountSid: message.account,
    From: message.from,
    To: message.to,
    ApiVersion: '2010-04-01',
    ...(service ? { MessagingServiceSid: service } : {}),
    ...(isTerminal(mark.status) ? { RawDlrDoneDate: dlrDate(mark.at) } : {}),
    ...(errorCode && isTerminal(mark.status)
      ? { ErrorCode: String(errorCode), ErrorMessage: failureText(errorCode) }
      : {}),
  };
}
