import { may } from '#domain/access/permissions.ts';
import { phoneText } from '#domain/contacts/phone-text.ts';
import { hx } from '../hx.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { BulkBar, SelectCell, Table } from '../kit/table.tsx';
import { Page, Shell } from '../layout.tsx';
import { onNews } from '../live.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

export interface UnconfirmedRow {
  id: string;
  contactId: string | null;
  contact: string;
  phone: string;
  campaignId: string | null;
  campaign: string | null;
  body: string;
  calledAt: Date | null;
}

interface UnconfirmedProps {
  ui: SeatedUi;
  sends: readonly UnconfirmedRow[];
  /** There are more than are shown. */
  more?: boolean;
  error?: string;
}

export const UnconfirmedPage = (props: UnconfirmedProps) => {
  const { ui } = props;
  return (
    <Shell ui={ui} title={ui.t.sends.title} nav="today">
      <Page>
        <PageHead title={ui.t.sends.title} lede={<span class="measure">{ui.t.sends.why}</span>} />
        <UnconfirmedList {...props} />
      </Page>
    </Shell>
  );
};

export const UnconfirmedList = (props: UnconfirmedProps) => {
  const { ui, sends, more, error } = props;
  const said = ui.t.sends;
  if (sends.length === 0) {
    return (
      <div id="unconfirmed">
        <EmptyState title={said.none}>{said.noneWhy}</EmptyState>
      </div>
    );
  }
  return (
    <form
      id="unconfirmed"
      method="post"
      action={paths.sendDecisions()}
      {...hx({ post: paths.sendDecisions(), target: 'this', swap: 'outerMorph' })}
    >
      <OrderField />
      {error && (
        <Banner tone="danger" role="alert" tabindex={-1} autofocus>
          {error}
        </Banner>
      )}
      <SendTable ui={ui} sends={sends} />
      {more && <p class="hint">{said.more(sends.length)}</p>}
      {may(ui.viewer.role, 'send.decide') ? (
        <BulkBar ui={ui} shown>
          <Button type="submit" name="verdict" value="arrived">
            {said.arrived}
          </Button>
          <Button type="submit" name="verdict" value="lost" danger>
            {said.lost}
          </Button>
        </BulkBar>
      ) : (
        <p class="hint">{said.readOnly}</p>
      )}
      <Follow />
    </form>
  );
};

const Follow = () => (
  <span
    hidden
    {...hx({
      get: paths.unconfirmed(),
      trigger: onNews('workspace', '5s'),
      target: '#unconfirmed',
      swap: 'outerMorph',
    })}
  />
);

const SendTable = ({ ui, sends }: Pick<UnconfirmedProps, 'ui' | 'sends'>) => {
  const said = ui.t.sends;
  return (
    <Table
      ui={ui}
      label={said.table}
      selectable
      columns={[{ label: said.to }, { label: said.text }]}
    >
      {sends.map((send) => (
        <SendLine ui={ui} send={send} />
      ))}
    </Table>
  );
};

const SendLine = ({ ui, send }: { ui: SeatedUi; send: UnconfirmedRow }) => {
  const name = send.contact || phoneText(send.phone);
  return (
    <tr>
      <SelectCell ui={ui} value={send.id} of={name} />
      <td>
        {send.contactId ? <a href={paths.contact(send.contactId)}>{name}</a> : name}
        <br />
        <span class="muted small nowrap">{phoneText(send.phone)}</span>
        {send.calledAt && (
          <>
            <br />
            <span class="muted small nowrap">{ui.format.moment(send.calledAt)}</span>
          </>
        )}
      </td>
      <td>
        {send.body}
        {send.campaignId && (
          <>
            <br />
            <a class="small" href={paths.campaign(send.campaignId)}>
              {send.campaign}
            </a>
          </>
        )}
      </td>
    </tr>
  );
};
