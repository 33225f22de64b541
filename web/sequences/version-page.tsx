import { diffVersions } from '#domain/sequences/diff.ts';
import type { Block } from '#domain/sequences/step.ts';
import { Button, LinkButton } from '../kit/button.tsx';
import { Crumb } from '../kit/crumb.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Rich } from '../kit/rich.tsx';
import { Section } from '../kit/section.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { hx } from '../hx.ts';
import { Page, Shell } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { changeSummary, StepChanges } from './step-changes.tsx';

export interface VersionProps {
  sequence: { id: string; name: string; revision: number };
  /** Null is the draft. */
  number: number | null;
  blocks: readonly Block[];
  /** What it is compared with; null where it is the first. */
  before: { number: number; blocks: readonly Block[] } | null;
  versions: readonly VersionSummary[];
  mayRestore: boolean;
}

export interface VersionSummary {
  number: number;
  note: string;
  publishedAt: Date;
  publishedBy: string | null;
  walking: number;
  campaigns: readonly { id: string; name: string }[];
}

interface Props {
  ui: SeatedUi;
  version: VersionProps;
}

/** One version as it was published, and what it changed; or what the draft would change. */
export const VersionPage = ({ ui, version }: Props) => {
  const t = ui.t.sequences.versions;
  const { sequence, number, mayRestore } = version;
  const about = version.versions.find((one) => one.number === number);
  const title = number === null ? t.draftTitle(sequence.name) : t.title(sequence.name, number);
  return (
    <Shell ui={ui} title={title} nav="sequences">
      <Page>
        <PageHead
          title={title}
          lede={about && <Lede ui={ui} about={about} />}
          crumb={
            <Crumb
              to={[
                { href: paths.sequences(), label: ui.t.sequences.title },
                { href: paths.sequence(sequence.id), label: sequence.name },
              ]}
            />
          }
          acts={
            <>
              <LinkButton icon="back" href={paths.sequence(sequence.id)}>
                {t.toDraft}
              </LinkButton>
              {mayRestore && number !== null && <Restore ui={ui} version={version} />}
            </>
          }
        />
        {version.versions.length > 0 ? (
          <VersionBody ui={ui} version={version} about={about} />
        ) : (
          <EmptyState title={t.none} />
        )}
      </Page>
    </Shell>
  );
};

const Lede = ({ ui, about }: { ui: SeatedUi; about: VersionSummary }) => (
  <>
    <Rich text={ui.t.sequences.versions.by(about.publishedAt, about.publishedBy)} /> {about.note}
  </>
);

const VersionBody = ({ ui, version, about }: Props & { about: VersionSummary | undefined }) => {
  const t = ui.t.sequences.versions;
  const { sequence, number, blocks, before, versions } = version;
  const changes = diffVersions(before?.blocks ?? [], blocks);
  const compared = before ? t.since(before.number) : t.sinceNothing;
  return (
    <>
      <Tabs
        label={t.list}
        tabs={[
          {
            href: paths.sequenceChanges(sequence.id),
            label: t.draft,
            current: number === null,
          },
          ...versions.map((one) => ({
            href: paths.version(sequence.id, one.number),
            label: t.version(one.number),
            current: one.number === number,
          })),
        ]}
      />
      {about && <Used ui={ui} about={about} />}
      <Section id="steps" title={t.steps} about={`${changeSummary(ui, changes)}, ${compared}`}>
        <StepChanges ui={ui} changes={changes} before={before?.blocks ?? []} after={blocks} />
      </Section>
    </>
  );
};

const Used = ({ ui, about: { campaigns, walking } }: { ui: SeatedUi; about: VersionSummary }) => {
  const t = ui.t.sequences.versions;
  return (
    <Section id="used" title={t.used} about={walking > 0 && t.walking(walking)}>
      {campaigns.length === 0 ? (
        <p class="muted">{t.usedByNobody}</p>
      ) : (
        <ul class="plain-list">
          {campaigns.map(({ id, name }) => (
            <li>
              <a href={paths.campaign(id)}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};

const Restore = ({ ui, version: { sequence, number } }: Props) => {
  const t = ui.t.sequences.versions;
  const post = paths.restoreVersion(sequence.id, number ?? 0);
  return (
    <form
      method="post"
      action={post}
      data-confirm-yes={t.restoreYes}
      {...hx({ post, swap: 'none', disable: 'find button', confirm: t.restoreAsk(number ?? 0) })}
    >
      <OrderField />
      <input type="hidden" name="revision" value={String(sequence.revision)} />
      <Button type="submit" icon="retry">
        {t.restore}
      </Button>
    </form>
  );
};
