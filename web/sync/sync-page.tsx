import { may } from '#domain/access/permissions.ts';
import {
  accountSync,
  type AccountHealth,
  type Repair,
  type SyncState,
} from '#domain/sync/health.ts';
import type { Child } from 'hono/jsx';
import { hx } from '../hx.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import type { Tone } from '../kit/badge.tsx';
import { Facts } from '../kit/facts.tsx';
import { Section } from '../kit/section.tsx';
import { StatusDot } from '../kit/status-dot.tsx';
import { onNews } from '../live.ts';
import { paths } from '../paths.ts';
import { SettingsFrame } from '../settings/settings-frame.tsx';
import type { SeatedUi } from '../ui.ts';

interface SyncProps {
  ui: SeatedUi;
  accounts: readonly AccountHealth[];
}

/** Whether what the providers know has come here, account by account. */
export const SyncPage = (props: SyncProps) => {
  const { title, lede } = props.ui.t.sync;
  return (
    <SettingsFrame ui={props.ui} tab="sync" title={title} lede={lede}>
      <SyncList {...props} />
    </SettingsFrame>
  );
};

const concerned = onNews(['sync', 'senders'], '2s');

/** All accounts, those in trouble first; a lateness begins without any news, so it asks again. */
export const SyncList = ({ ui, accounts }: SyncProps) => {
  const words = ui.t.sync;
  return (
    <div
      id="sync"
      class="sections"
      {...hx({
        get: paths.sync(),
        trigger: `${concerned}, every 30s`,
        swap: 'outerMorph',
        sync: 'this:replace',
      })}
    >
      {accounts.length === 0 ? (
        <EmptyState title={words.none}>{words.noneWhy}</EmptyState>
      ) : (
        byTrouble(ui, accounts).map((account) => <Account ui={ui} account={account} />)
      )}
    </div>
  );
};

const gravity: Record<SyncState, number> = { trouble: 0, late: 1, well: 2 };
const tones: Record<SyncState, Tone> = { well: 'ok', late: 'warn', trouble: 'danger' };

function byTrouble(ui: SeatedUi, accounts: readonly AccountHealth[]): AccountHealth[] {
  const weight = (account: AccountHealth) => gravity[accountSync(account, ui.now).state];
  return [...accounts].sort((a, b) => weight(a) - weight(b));
}

interface AccountProps {
  ui: SeatedUi;
  account: AccountHealth;
}

const Account = ({ ui, account }: AccountProps) => {
  const words = ui.t.sync;
  const { state, reasons } = accountSync(account, ui.now);
  return (
    <Section
      id={`sync-${account.accountId}`}
      title={`${account.name} · ${words.providers[account.provider]}`}
    >
      <p>
        <StatusDot tone={tones[state]}>
          <b>{words.states[state]}</b>
        </StatusDot>{' '}
        {reasons.length === 0
          ? words.allWell
          : reasons.map((reason) => words.reasons[reason]).join(' ')}
      </p>
      <div class="after">
        <Facts facts={[...news(ui, account), ...asked(ui, account)]} />
      </div>
    </Section>
  );
};

interface Fact {
  name: string;
  value: Child;
}

/** What the provider told by itself, and what of it could not be used. */
function news(ui: SeatedUi, account: AccountHealth): Fact[] {
  const words = ui.t.sync;
  const { lag, lastEventAt, waiting, waitingSeconds, badSignatures, badSignatureAt } = account;
  const events = may(ui.viewer.role, 'event.replay') ? paths.webhookEvents() : null;
  return [
    {
      name: words.last,
      value: lastEventAt
        ? words.lastAt(lastEventAt, ui.now.getTime() - lastEventAt.getTime())
        : words.never,
    },
    {
      name: words.lag,
      value: lag ? words.lagOf(lag.medianMs, lag.slowestMs) : words.noLag,
    },
    {
      name: words.waiting,
      value: waiting > 0 ? words.waitingFor(waiting, waitingSeconds * 1000) : words.nothingWaits,
    },
    {
      name: words.signatures,
      value: (
        <Counted
          href={events && `${events}#quarantined`}
          none={words.allSigned}
          text={
            badSignatureAt && badSignatures > 0
              ? words.unsigned(badSignatures, badSignatureAt)
              : null
          }
        />
      ),
    },
    {
      name: words.dead,
      value: (
        <Counted
          href={events && `${events}#dead`}
          none={words.noDead}
          text={account.deadLetters > 0 ? words.deadLetters(account.deadLetters) : null}
        />
      ),
    },
  ];
}

/** A trouble leads to where it can be cured, for those who may. */
const Counted = ({
  href,
  none,
  text,
}: {
  href: string | null;
  none: string;
  text: string | null;
}) => {
  if (!text) return <span class="muted">{none}</span>;
  return href ? <a href={href}>{text}</a> : <>{text}</>;
};

/** What we asked for ourselves: Twilio for texts that it told nobody, OpenPhone for whatever moved. */
function asked(ui: SeatedUi, account: AccountHealth): Fact[] {
  const words = ui.t.sync;
  const { provider, watchedAt, foundTexts, foundAt, gap, night } = account;
  const watched = {
    name: words.watched,
    value: watchedAt ? ui.format.moment(watchedAt) : <span class="muted">{words.unwatched}</span>,
  };
  if (provider === 'twilio') {
    const text = foundAt && foundTexts > 0 ? words.foundTexts(foundTexts, foundAt) : null;
    const value = <Counted href={null} none={words.noneFound} text={text} />;
    return [watched, { name: words.found, value }];
  }
  return [
    watched,
    { name: words.gap, value: <Repaired ui={ui} kind="gap" repair={gap} /> },
    { name: words.night, value: <Repaired ui={ui} kind="night" repair={night} /> },
  ];
}

interface RepairedProps {
  ui: SeatedUi;
  kind: 'gap' | 'night';
  repair: Repair | null;
}

/** What a walk found, and that it is under way or could not be done. */
const Repaired = ({ ui, kind, repair }: RepairedProps) => {
  const words = ui.t.sync[`${kind}s`];
  if (!repair) return <span class="muted">{words.none}</span>;
  return <a href={paths.historyImport(repair.importId)}>{repairSentence(words, repair)}</a>;
};

function repairSentence(words: SeatedUi['t']['sync']['gaps'], repair: Repair): string {
  const { state, finishedAt, startedAt, written, changed } = repair;
  if (state === 'failed') return words.failed(startedAt);
  if (state === 'complete' && finishedAt) return words.done(finishedAt, written, changed);
  return state === 'cancelled' ? words.cancelled(startedAt) : words.underWay(startedAt, written);
}
