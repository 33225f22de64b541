import { Banner } from '../kit/banner.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { Crumb } from '../kit/crumb.tsx';
import { Figures } from '../kit/figures.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Rich } from '../kit/rich.tsx';
import { Section } from '../kit/section.tsx';
import { hx } from '../hx.ts';
import { Page, Shell } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { PlanTable } from './plan-table.tsx';
import { ReasonTable } from './reason-table.tsx';
import { SampleMessages } from './sample-messages.tsx';
import type { ReviewProps } from './review.ts';

interface Props {
  ui: SeatedUi;
  review: ReviewProps;
}

/** The decision as a sentence: who gets it, when, for how much, who not and why. One button. */
export const ReviewPage = ({ ui, review }: Props) => {
  const t = ui.t.campaigns;
  const { reach, plan } = review;
  const missed = reach.matching - reach.people;
  return (
    <Shell ui={ui} title={`${t.review.crumb} · ${review.name}`} nav="campaigns">
      <Page>
        <PageHead
          say
          title={
            <>
              {reach.people > 0
                ? t.review.headline(reach.people, dayOf(plan.startsAt), dayOf(plan.finishesAt))
                : t.review.nobody}{' '}
              {missed > 0 && <Rich text={t.review.rest(missed)} />}
            </>
          }
          lede={t.review.checkedAt(ui.now)}
          crumb={
            <Crumb
              to={[
                { href: paths.campaigns(), label: t.title },
                { href: paths.campaignDraft(review.id), label: review.name },
              ]}
            />
          }
          acts={
            <LinkButton quiet icon="edit" href={paths.campaignDraft(review.id)}>
              {t.review.change}
            </LinkButton>
          }
        />
        <Problems ui={ui} review={review} />
        {review.never > 0 && review.never < reach.people && (
          <Banner tone="warn" role="status">
            {t.review.never(review.never)}
          </Banner>
        )}
        <ReviewFigures ui={ui} review={review} />
        {plan.days.length > 0 && <PlanTable ui={ui} review={review} />}
        <div class="cols">
          <div>
            <SampleMessages ui={ui} review={review} />
          </div>
          <div>
            <Section id="excluded" title={t.review.excluded(missed)}>
              <ReasonTable ui={ui} label={t.review.excluded(missed)} reasons={reach.excluded} />
            </Section>
          </div>
        </div>
      </Page>
      {review.mayLaunch && review.problems.length === 0 && <Launch ui={ui} review={review} />}
    </Shell>
  );
};

const Problems = ({ ui, review }: Props) => {
  const t = ui.t.campaigns;
  if (review.problems.length === 0) return null;
  return (
    <Banner tone="danger" role="alert">
      <b>{t.review.problems}</b>
      <ul>
        {review.problems.map((problem) => (
          <li>{problem}</li>
        ))}
      </ul>
    </Banner>
  );
};

const ReviewFigures = ({ ui, review }: Props) => {
  const t = ui.t.campaigns.review;
  const { reach, plan, cost, segments } = review;
  const { number, money, day, time } = ui.format;
  const first = dayOf(plan.startsAt);
  const last = dayOf(plan.finishesAt);
  return (
    <Figures
      figures={[
        { label: t.people, value: number(reach.people), note: t.ofMatching(reach.matching) },
        { label: t.messages, value: number(plan.messages), note: t.atMost },
        {
          label: t.cost,
          value:
            cost.segments > 0 && cost.micros === 0 ? t.notTold : money(cost.micros, cost.currency),
          note:
            cost.unpriced > 0
              ? t.unpriced(cost.unpriced)
              : `${t.about}; ${t.segments(segments.least, segments.most)}`,
        },
        { label: t.firstMessage, value: first ? day(first) : '–', note: first && time(first) },
        { label: t.lastMessage, value: last ? day(last) : '–', note: last && t.about },
      ]}
    />
  );
};

const Launch = ({ ui, review }: Props) => {
  const t = ui.t.campaigns.review;
  const post = paths.launch(review.id);
  return (
    <form
      class="launch"
      method="post"
      action={post}
      {...hx({ post, disable: 'find button', swap: 'none' })}
    >
      <div>
        <p>
          <Rich text={t.launchNote(review.reach.people)} />
        </p>
        <OrderField />
        <Button primary big type="submit">
          {t.launch(review.reach.people)}
        </Button>
      </div>
    </form>
  );
};

const dayOf = (at: number | null): Date | null => (at === null ? null : new Date(at));
