import { phoneText } from '#domain/contacts/phone-text.ts';
import type { MembershipOrder } from '#domain/campaigns/membership.ts';
import { Button, LinkButton } from '../kit/button.tsx';
import { Crumb } from '../kit/crumb.tsx';
import { Facts } from '../kit/facts.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Partial } from '../kit/partial.tsx';
import { Section } from '../kit/section.tsx';
import { hx } from '../hx.ts';
import { Page, Shell } from '../layout.tsx';
import { onNews } from '../live.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { headline, lede, stateBadge } from './headline.tsx';
import type { MembershipProps } from './membership.ts';
import { WaysOn } from './ways-on.tsx';
import { WalkLine } from './walk-line.tsx';

/** Where one person stands, each decision and why, what comes next, and what would change it. */
export const MembershipPage = ({ ui, walk }: { ui: SeatedUi; walk: MembershipProps }) => {
  return (
    <Shell ui={ui} title={`${walk.name} · ${walk.campaign.name}`} nav="campaigns">
      <Page>
        <Head ui={ui} walk={walk} />
        <Walk ui={ui} walk={walk} />
      </Page>
    </Shell>
  );
};

/** What live events ask for again: the walk, and where it stands in the head. */
export const WalkNews = ({ ui, walk }: { ui: SeatedUi; walk: MembershipProps }) => (
  <>
    <Walk ui={ui} walk={walk} />
    <Partial target="#walk-head" swap="outerMorph">
      <Head ui={ui} walk={walk} />
    </Partial>
  </>
);

const Head = ({ ui, walk }: { ui: SeatedUi; walk: MembershipProps }) => {
  const t = ui.t.memberships;
  return (
    <PageHead
      id="walk-head"
      say
      title={headline(ui, walk)}
      lede={lede(ui, walk)}
      crumb={
        <Crumb
          to={[
            { href: paths.campaigns(), label: ui.t.campaigns.title },
            { href: paths.campaign(walk.campaign.id), label: walk.campaign.name },
          ]}
        />
      }
      acts={
        <>
          {walk.conversationId && (
            <LinkButton quiet icon="inbox" href={paths.conversation(walk.conversationId)}>
              {t.conversation}
            </LinkButton>
          )}
          {walk.engineUrl && (
            <LinkButton quiet icon="external" href={walk.engineUrl} target="_blank">
              {t.engine}
            </LinkButton>
          )}
          <Orders ui={ui} walk={walk} />
        </>
      }
    />
  );
};

const Walk = ({ ui, walk }: { ui: SeatedUi; walk: MembershipProps }) => {
  const t = ui.t.memberships;
  return (
    <div
      class="cols"
      id="walk"
      {...hx({
        get: paths.membershipProgress(walk.id),
        trigger: onNews([
          `membership:${walk.id}`,
          `conversation:${walk.conversationId ?? walk.id}`,
        ]),
        swap: 'outerMorph',
      })}
    >
      <div>
        <Section
          id="line"
          title={t.walk}
          about={t.about(walk.sequence.version, walk.sequence.name)}
        >
          <WalkLine ui={ui} walk={walk} />
        </Section>
      </div>
      <div>
        {walk.state === 'walking' && <WaysOn ui={ui} walk={walk} />}
        {walk.state !== 'ended' && walk.state !== 'excluded' && (
          <Section id="enders" title={t.enders}>
            <p>{t.endersText}</p>
          </Section>
        )}
        <Section id="who" title={<a href={paths.contact(walk.contactId)}>{walk.name}</a>}>
          <Facts
            facts={[
              { name: t.who.phone, value: walk.phone ? phoneText(walk.phone) : '' },
              { name: t.who.place, value: walk.place },
              { name: t.who.localTime, value: localTime(ui, walk) },
              { name: t.who.state, value: stateBadge(ui, walk) },
            ].filter(({ value }) => value !== '')}
          />
          {walk.engineUrl && <p class="muted small">{t.engineGone}</p>}
        </Section>
      </div>
    </div>
  );
};

function localTime(ui: SeatedUi, { zone, zoneSource }: MembershipProps): string {
  if (!zone) return '';
  const t = ui.t.memberships;
  return t.who.zoneFrom(ui.format.time(ui.now, zone), t.zoneSources[zoneSource ?? ''] ?? zone);
}

const Orders = ({ ui, walk }: { ui: SeatedUi; walk: MembershipProps }) => {
  const may = (order: MembershipOrder) => walk.orders.includes(order);
  const t = ui.t.memberships;
  return (
    <>
      {may('pause') && <OrderForm label={t.pause} post={paths.pauseMembership(walk.id)} />}
      {may('resume') && <OrderForm label={t.resume} post={paths.resumeMembership(walk.id)} />}
      {may('stop') && (
        <OrderForm
          label={t.stop}
          post={paths.stopMembership(walk.id)}
          ask={t.stopAsk}
          yes={t.stopYes}
        />
      )}
    </>
  );
};

interface OrderFormProps {
  label: string;
  post: string;
  /** A question before what cannot be undone. */
  ask?: string;
  yes?: string;
}

const OrderForm = ({ label, post, ask, yes }: OrderFormProps) => (
  <form
    method="post"
    action={post}
    {...hx({ post, disable: 'find button', swap: 'none', ...(ask ? { confirm: ask } : {}) })}
    data-confirm-yes={yes}
  >
    <OrderField />
    <Button type="submit" danger={ask !== undefined}>
      {label}
    </Button>
  </form>
);
