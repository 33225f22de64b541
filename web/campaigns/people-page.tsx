import { phoneText } from '#domain/contacts/phone-text.ts';
import { Crumb } from '../kit/crumb.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Pager } from '../kit/pager.tsx';
import { Table } from '../kit/table.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { Time } from '../kit/time.tsx';
import { Page, Shell } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { ExclusionReason } from '#domain/campaigns/exclusion.ts';
import type { Ending, MembershipState } from '#domain/campaigns/membership.ts';

export type Show = keyof SeatedUi['t']['campaigns']['filters'];

export interface PersonRow {
  id: string;
  name: string;
  phone: string | null;
  state: MembershipState;
  excludedReason: ExclusionReason | null;
  ending: Ending | null;
  dueAt: Date | null;
  plannedAt: Date | null;
  held: { until: number | null; rule: string; why: string } | null;
}

interface Props {
  ui: SeatedUi;
  campaign: { id: string; name: string };
  show: Show;
  people: readonly PersonRow[];
  next: string | null;
}

/** Everybody of a campaign by what became of them; each leads to their walk. */
export const PeoplePage = ({ ui, campaign, show, people, next }: Props) => {
  const t = ui.t.campaigns;
  const shows = Object.keys(t.filters) as Show[];
  return (
    <Shell ui={ui} title={t.peopleOf(campaign.name)} nav="campaigns">
      <Page>
        <PageHead
          title={t.peopleOf(campaign.name)}
          crumb={
            <Crumb
              to={[
                { href: paths.campaigns(), label: t.title },
                { href: paths.campaign(campaign.id), label: campaign.name },
              ]}
            />
          }
        />
        <Tabs
          label={t.peopleShown}
          tabs={shows.map((each) => ({
            href: paths.campaignPeople(campaign.id, { show: each }),
            label: t.filters[each],
            current: each === show,
          }))}
        />
        {people.length > 0 ? (
          <PeopleTable ui={ui} people={people} />
        ) : (
          <p class="muted">{t.nobodyHere}</p>
        )}
        <Pager
          ui={ui}
          label={t.peopleTitle}
          nextHref={next ? paths.campaignPeople(campaign.id, { show, after: next }) : undefined}
        />
      </Page>
    </Shell>
  );
};

const PeopleTable = ({ ui, people }: Pick<Props, 'ui' | 'people'>) => {
  const t = ui.t.campaigns;
  return (
    <Table
      ui={ui}
      label={t.peopleTitle}
      columns={[
        { label: t.person.name },
        { label: t.person.phone },
        { label: t.person.state },
        { label: t.person.next },
      ]}
    >
      {people.map((person) => (
        <tr>
          <th scope="row">
            <a href={paths.membership(person.id)}>{nameOf(person)}</a>
          </th>
          <td class="nowrap">{person.phone && phoneText(person.phone)}</td>
          <td>{stateOf(ui, person)}</td>
          <td>{nextOf(ui, person)}</td>
        </tr>
      ))}
    </Table>
  );
};

/** Somebody without a name is known by the number. */
const nameOf = ({ name, phone }: PersonRow) => (phone && name === phone ? phoneText(phone) : name);

function stateOf(ui: SeatedUi, person: PersonRow): string {
  const t = ui.t.memberships;
  if (person.excludedReason) return ui.t.campaigns.review.reasons[person.excludedReason];
  if (person.ending) return t.endings[person.ending];
  if (person.held) return t.rules[person.held.rule as keyof typeof t.rules];
  return t.memberStates[person.state];
}

function nextOf(ui: SeatedUi, { state, held, dueAt, plannedAt }: PersonRow) {
  if (state === 'ended' || state === 'excluded') return null;
  const at = held?.until ? new Date(held.until) : state === 'enrolled' ? plannedAt : dueAt;
  return at && <Time ui={ui} at={at} />;
}
