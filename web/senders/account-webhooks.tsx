import { IconButton } from '../kit/button.tsx';
import { Facts } from '../kit/facts.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { AccountProps } from './accounts-page.tsx';

interface Props {
  ui: SeatedUi;
  /** Base of the addresses that the provider calls. */
  publicUrl: string;
}

/** A person enters these at the provider. */
export const TwilioWebhooks = ({ ui, accountKey, publicUrl }: Props & { accountKey: string }) => {
  const t = ui.t.senders.accounts;
  const addresses = [
    { name: t.messages, url: publicUrl + paths.twilioMessages(accountKey) },
    { name: t.status, url: publicUrl + paths.twilioStatus(accountKey) },
  ];
  return (
    <>
      <p class="muted small">{t.webhooksLede}</p>
      <Facts
        facts={addresses.map(({ name, url }) => ({
          name,
          value: <Address ui={ui} name={name} url={url} />,
        }))}
      />
    </>
  );
};

/** We make these ourselves: which there are, and what stood in the way of the others. */
export const OpenPhoneWebhooks = ({
  ui,
  account,
  publicUrl,
}: Props & { account: AccountProps }) => {
  const t = ui.t.senders.accounts;
  const { webhookKinds, webhookProblem: problem } = account;
  const told = webhookKinds.map((kind) => t.told[kind] ?? kind);
  return (
    <>
      <p class="muted small">{t.openphoneWebhooksLede}</p>
      {problem && (
        <p class="small is-warn">{t.webhookProblems[problem] ?? t.webhookProblem(problem)}</p>
      )}
      <Facts
        facts={[
          {
            name: t.tells,
            value: told.length > 0 ? told.join(', ') : <span class="muted">{t.noneTold}</span>,
          },
          {
            name: t.address,
            value: (
              <Address
                ui={ui}
                name={t.address}
                url={publicUrl + paths.openPhoneWebhooks(account.key)}
              />
            ),
          },
        ]}
      />
      {account.state === 'active' && (
        <p class="after">
          <a href="/history">{t.history}</a>
        </p>
      )}
    </>
  );
};

const Address = ({ ui, name, url }: { ui: SeatedUi; name: string; url: string }) => (
  <span class="copy-line">
    <code>{url}</code>
    <IconButton quiet icon="copy" label={ui.t.senders.accounts.copy(name)} data-copy={url} />
  </span>
);
