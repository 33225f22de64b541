import { randomBytes } from 'node:crypto';
import type { Faults } from '../../faults/faults.ts';
import type { Store } from '../../store.ts';
import type { Timers } from '../../timers.ts';
import type { Doors } from '../door.ts';
import { recordChange } from '../record-change.ts';
import type { Workspace } from '../workspace.ts';
import { datedPayload } from './dated-payload.ts';
import type { DeliverQuo, Posted } from './deliver.ts';
import { type EventType, type QuoEvent, type Webhook, webhooksFor } from './event.ts';
import { legacyPayload } from './legacy-payload.ts';
import { type Told, toldOf } from './told.ts';
import { accountWebhooks } from './account-webhooks.ts';

/** Tells those who have webhooks what happens, spoilt as the faults say. */
export interface Events {
  /** Resolves once everybody took it or was given up. */
  tell: (workspace: Workspace, type: EventType, about: string) => Promise<void>;
  /** After a restart: what was not taken. */
  tellAgain: (workspace: Workspace) => void;
}

type Parts = {
  readonly store: Store;
  readonly faults: Faults;
  readonly timers: Timers;
  readonly doors: Doors;
  readonly deliver: DeliverQuo;
};

export function createEvents({ store, faults, timers, doors, deliver }: Parts): Events {
  async function send(workspace: Workspace, event: QuoEvent): Promise<void> {
    const told = toldOf(workspace, event, { faults, doors });
    if (!told) return;
    const { phoneNumberId } = 'message' in told ? told.message : told.call;
    const own = accountWebhooks(workspace);
    const webhooks = webhooksFor(
      [...workspace.live.webhooks.values(), ...own],
      event.type,
      phoneNumberId,
    );
    const delay = faults.callbackDelay();
    if (delay > 0) await timers.sleep(delay);
    const posted = webhooks.map((webhook) => postedTo(workspace, webhook, told));
    const twice = faults.strikes('duplicateCallbacks') ? posted : [];
    await Promise.all([...posted, ...twice].map(deliver));
  }

  function postedTo(workspace: Workspace, webhook: Webhook, told: Told): Posted {
    const { settings } = doors.of(workspace.account);
    const isLegacy = webhook.family === 'v1';
    const body = isLegacy
      ? legacyPayload(told, settings.apiVersion)
      : datedPayload(told, workspace.orgId);
    const isWrong = faults.strikes('badSignatures');
    return {
      id: `msg_${randomBytes(16).toString('hex')}`,
      url: store.resolve(webhook.url),
      family: webhook.family,
      key: isWrong ? randomBytes(32).toString('base64') : webhook.key,
      body: JSON.stringify(body),
      retryScale: settings.retryScale,
    };
  }

  return {
    async tell(workspace, type, about) {
      if (faults.strikes('loseCallbacks')) return;
      const id = `EV${randomBytes(16).toString('hex')}`;
      const event = { id, type, at: Date.now(), about };
      void recordChange(store, workspace, { kind: 'event', event });
      await send(workspace, event);
      await recordChange(store, workspace, { kind: 'told', event: id });
    },
    tellAgain(workspace) {
      for (const event of workspace.live.untold.values()) {
        void send(workspace, event).then(() =>
          recordChange(store, workspace, { kind: 'told', event: event.id }),
        );
      }
    },
  };
}
