import type { Provider } from '#domain/sending/refusals.ts';
import { Badge } from '../kit/badge.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Facts } from '../kit/facts.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { Section } from '../kit/section.tsx';
import { hx } from '../hx.ts';
import { Page, Shell } from '../layout.tsx';
import { onNews } from '../live.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { OpenPhoneWebhooks, TwilioWebhooks } from './account-webhooks.tsx';
import { SendersHead } from './senders-page.tsx';

export interface AccountProps {
  id: string;
  provider: Provider;
  name: string;
  key: string;
  /** Of Twilio its SID; of OpenPhone nothing that a person could read. */
  externalId: string;
  mode: 'sandbox' | 'live';
  state: 'active' | 'paused' | 'refused';
  senders: number;
  checkedAt: Date | null;
  checkResult: string | null;
  checkingSince: Date | null;
  webhookKinds: readonly string[];
  webhookProblem: string | null;
}

interface Props {
  ui: SeatedUi;
  accounts: readonly AccountProps[];
  /** Base of the addresses that the provider calls. */
  publicUrl: string;
  mayWrite: boolean;
}

/** Accounts at the provider: whether their credentials are right, and where their webhooks come in. */
export const AccountsPage = (props: Props) => (
  <Shell ui={props.ui} title={props.ui.t.senders.accounts.title} nav="senders">
    <Page>
      <SendersHead ui={props.ui} current="accounts" />
      <AccountList {...props} />
    </Page>
  </Shell>
);

export const AccountList = ({ ui, accounts, publicUrl, mayWrite }: Props) => {
  const t = ui.t.senders.accounts;
  const add = mayWrite && (
    <LinkButton icon="plus" href={paths.newAccount()}>
      {t.add}
    </LinkButton>
  );
  return (
    <div
      id="account-list"
      class="stack-4 accounts"
      {...hx({
        get: paths.accounts(),
        trigger: onNews('senders'),
        swap: 'outerMorph',
        sync: 'this:replace',
      })}
    >
      {accounts.length === 0 ? (
        <EmptyState title={t.empty} act={add}>
          {t.emptyLede}
        </EmptyState>
      ) : (
        <>
          <p class="muted">{t.lede}</p>
          {accounts.map((account) => (
            <Account ui={ui} account={account} publicUrl={publicUrl} mayWrite={mayWrite} />
          ))}
          {add && <p>{add}</p>}
        </>
      )}
    </div>
  );
};

interface AccountSectionProps extends Omit<Props, 'accounts'> {
  account: AccountProps;
}

const Account = ({ ui, account, publicUrl, mayWrite }: AccountSectionProps) => {
  const t = ui.t.senders.accounts;
  return (
    <Section
      id={`account-${account.id}`}
      class="account"
      title={account.name}
      about={<AccountState ui={ui} account={account} />}
      acts={mayWrite && <AccountOrders ui={ui} account={account} />}
    >
      <Facts
        facts={[
          { name: t.lastCheck, value: <Check ui={ui} account={account} /> },
          { name: t.provider, value: t.providers[account.provider] },
          ...(account.provider === 'twilio'
            ? [{ name: t.sid, value: <code>{account.externalId}</code> }]
            : []),
          { name: t.mode, value: t.modes[account.mode] },
          { name: t.numbers, value: ui.format.number(account.senders) },
        ]}
      />
      <h3 class="after">{t.webhooks[account.provider]}</h3>
      {account.provider === 'twilio' ? (
        <TwilioWebhooks ui={ui} accountKey={account.key} publicUrl={publicUrl} />
      ) : (
        <OpenPhoneWebhooks ui={ui} account={account} publicUrl={publicUrl} />
      )}
    </Section>
  );
};

const AccountState = ({ ui, account }: { ui: SeatedUi; account: AccountProps }) => {
  const { states } = ui.t.senders.accounts;
  if (account.state === 'refused' && account.checkingSince) {
    return <Badge>{states.looking}</Badge>;
  }
  if (account.state === 'active') return <Badge tone="ok">{states.active}</Badge>;
  return (
    <Badge tone={account.state === 'refused' ? 'danger' : 'warn'} icon="warn">
      {states[account.state]}
    </Badge>
  );
};

/** What the last look at the credentials found; while one is on its way, that it is. */
const Check = ({ ui, account }: { ui: SeatedUi; account: AccountProps }) => {
  const t = ui.t.senders.accounts;
  const { checkedAt, checkResult, checkingSince } = account;
  if (checkingSince) {
    return (
      <span role="status" aria-busy="true">
        {t.checking(checkingSince)}
      </span>
    );
  }
  if (!checkedAt || !checkResult) return <span class="muted">{t.unchecked}</span>;
  if (checkResult === 'ok') return <span class="is-ok">{t.well(checkedAt)}</span>;
  const why =
    t.results[account.provider][checkResult] ??
    t.results.any[checkResult] ??
    t.noAnswer(checkResult);
  return <span class="is-danger">{t.wrong(why, checkedAt)}</span>;
};

const AccountOrders = ({ ui, account }: { ui: SeatedUi; account: AccountProps }) => {
  const t = ui.t.senders.accounts;
  const post = paths.testAccount(account.id);
  return (
    <>
      <form
        method="post"
        action={post}
        {...hx({ post, target: '#account-list', swap: 'outerMorph', disable: 'find button' })}
      >
        <OrderField />
        <Button type="submit" icon="retry">
          {t.test}
        </Button>
      </form>
      <Button quiet icon="key" {...hx({ get: paths.accountToken(account.id), swap: 'none' })}>
        {t.rotation[account.provider].order}
      </Button>
    </>
  );
};
