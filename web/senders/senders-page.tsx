import { Banner } from '../kit/banner.tsx';
import { LinkButton } from '../kit/button.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import type { FormState } from '../kit/form-state.ts';
import { PageHead } from '../kit/page-head.tsx';
import { Rich } from '../kit/rich.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { hx } from '../hx.ts';
import { Page, Shell } from '../layout.tsx';
import { onNews } from '../live.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { Choice } from './choice.tsx';
import { SenderDrawer } from './sender-drawer.tsx';
import { SenderTable } from './sender-table.tsx';
import { canSend, type SenderProps } from './senders.ts';

interface Props {
  ui: SeatedUi;
  senders: readonly SenderProps[];
  mayWrite: boolean;
  /** The number in the drawer, with its form. */
  open: { sender: SenderProps; form: FormState } | null;
}

/** The numbers, how much of them is used, and the one that is edited. */
export const SendersPage = ({ ui, senders, mayWrite, open }: Props) => {
  const t = ui.t.senders;
  return (
    <Shell ui={ui} title={t.title} nav="senders">
      <div id="senders" class="app senders" data-drawer={open ? 'open' : undefined}>
        <div class="pane">
          <div class="pane-scroll">
            <Page>
              <SendersHead ui={ui} current="numbers" />
              <SenderList ui={ui} senders={senders} mayWrite={mayWrite} />
            </Page>
          </div>
        </div>
        <SenderDrawer ui={ui} open={open} mayWrite={mayWrite} />
      </div>
    </Shell>
  );
};

export const SendersHead = ({ ui, current }: { ui: SeatedUi; current: 'numbers' | 'accounts' }) => {
  const t = ui.t.senders;
  return (
    <>
      <PageHead title={t.title} lede={t.lede} />
      <Tabs
        label={t.tabsLabel}
        tabs={[
          { href: paths.senders(), label: t.tabs.numbers, current: current === 'numbers' },
          { href: paths.accounts(), label: t.tabs.accounts, current: current === 'accounts' },
        ]}
      />
    </>
  );
};

/** Follows what happens; the counts of the day are looked at now and then. */
export const SenderList = ({ ui, senders, mayWrite }: Omit<Props, 'open'>) => {
  const t = ui.t.senders;
  return (
    <div
      id="sender-list"
      class="sender-list"
      {...hx({
        get: paths.senders(),
        trigger: `${onNews('senders', '1s')}, every 30s`,
        swap: 'outerMorph',
        sync: 'this:replace',
      })}
    >
      {senders.length === 0 ? (
        <EmptyState title={t.empty} act={mayWrite && <Add ui={ui} />}>
          {t.emptyLede}
        </EmptyState>
      ) : (
        <>
          {!senders.some((sender) => canSend(sender) && sender.rotation) && (
            <Banner tone="danger">
              <Rich text={t.noneActive} />
            </Banner>
          )}
          <SenderTable ui={ui} senders={senders} mayWrite={mayWrite} />
          {mayWrite && (
            <p>
              <Add ui={ui} />
            </p>
          )}
          <Choice ui={ui} senders={senders} />
        </>
      )}
    </div>
  );
};

const Add = ({ ui }: { ui: SeatedUi }) => (
  <LinkButton icon="plus" href={paths.newSender()}>
    {ui.t.senders.add}
  </LinkButton>
);
