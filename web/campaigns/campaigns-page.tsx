import type { CampaignState } from '#domain/campaigns/stages.ts';
import { LinkButton } from '../kit/button.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Table } from '../kit/table.tsx';
import { Page, Shell } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { StateBadge } from './campaign-page.tsx';

export interface CampaignListItem {
  id: string;
  name: string;
  state: CampaignState;
  sequence: string | null;
  version: number | null;
  people: number;
  started: number;
  replied: number;
}

interface Props {
  ui: SeatedUi;
  campaigns: readonly CampaignListItem[];
  mayWrite: boolean;
}

/** All campaigns: those that run first, then drafts, then what is over. */
export const CampaignsPage = ({ ui, campaigns, mayWrite }: Props) => {
  const t = ui.t.campaigns;
  const add = mayWrite && (
    <LinkButton primary icon="plus" href={paths.newCampaign()}>
      {t.new}
    </LinkButton>
  );
  return (
    <Shell ui={ui} title={t.title} nav="campaigns">
      <Page>
        <PageHead title={t.title} lede={t.lede} acts={campaigns.length > 0 && add} />
        {campaigns.length > 0 ? (
          <CampaignTable ui={ui} campaigns={campaigns} />
        ) : (
          <EmptyState title={t.empty} act={add}>
            {t.emptyLede}
          </EmptyState>
        )}
      </Page>
    </Shell>
  );
};

const CampaignTable = ({ ui, campaigns }: Omit<Props, 'mayWrite'>) => {
  const t = ui.t.campaigns;
  const { number, share } = ui.format;
  return (
    <Table
      ui={ui}
      label={t.list}
      columns={[
        { label: t.columns.name },
        { label: t.columns.state },
        { label: t.columns.sequence },
        { label: t.columns.people, figures: true },
        { label: t.columns.started, figures: true },
        { label: t.columns.replied, figures: true },
      ]}
    >
      {campaigns.map((campaign) => (
        <tr>
          <th scope="row">
            <a href={hrefOf(campaign)}>{campaign.name}</a>
          </th>
          <td>
            <StateBadge ui={ui} state={campaign.state} />
          </td>
          <td>
            {campaign.sequence && t.sequenceVersion(campaign.sequence, campaign.version ?? 1)}
          </td>
          <td class="n">{number(campaign.people)}</td>
          <td class="n">{number(campaign.started)}</td>
          <td class="n">
            {campaign.started > 0 &&
              `${number(campaign.replied)} (${share(campaign.replied, campaign.started)})`}
          </td>
        </tr>
      ))}
    </Table>
  );
};

const hrefOf = ({ id, state }: CampaignListItem): string =>
  state === 'draft' ? paths.campaignDraft(id) : paths.campaign(id);
