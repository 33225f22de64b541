import { Badge } from '../kit/badge.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { Crumb } from '../kit/crumb.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Menu, MenuItem } from '../kit/menu.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Table } from '../kit/table.tsx';
import { hx } from '../hx.ts';
import { Page, Shell } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

export interface SequenceListItem {
  id: string;
  name: string;
  version: number | null;
  ahead: boolean;
  messages: number;
  steps: number;
  campaigns: number;
  walking: number;
  updatedAt: Date;
  updatedBy: string | null;
}

interface Props {
  ui: SeatedUi;
  sequences: readonly SequenceListItem[];
  /** Whether these are the archived ones, and how many those are. */
  archived: boolean;
  archivedCount: number;
  mayWrite: boolean;
}

/** All sequences, the one edited last first. */
export const SequencesPage = (props: Props) => {
  const { ui, sequences, archived, archivedCount, mayWrite } = props;
  const t = ui.t.sequences;
  const add = mayWrite && !archived && (
    <LinkButton primary icon="plus" href={paths.newSequence()}>
      {t.new}
    </LinkButton>
  );
  const title = archived ? t.archivedTitle : t.title;
  return (
    <Shell ui={ui} title={title} nav="sequences">
      <Page>
        <PageHead
          title={title}
          lede={archived ? undefined : t.lede}
          crumb={archived && <Crumb to={[{ href: paths.sequences(), label: t.title }]} />}
          acts={sequences.length > 0 && add}
        />
        {sequences.length > 0 ? (
          <SequenceTable ui={ui} sequences={sequences} archived={archived} mayWrite={mayWrite} />
        ) : (
          <EmptyState title={archived ? t.archivedNone : t.empty} act={add}>
            {!archived && t.emptyLede}
          </EmptyState>
        )}
        {!archived && archivedCount > 0 && (
          <p>
            <a href={paths.sequences({ show: 'archived' })}>{t.archivedOnes(archivedCount)}</a>
          </p>
        )}
      </Page>
    </Shell>
  );
};

const SequenceTable = (props: Omit<Props, 'archivedCount'>) => {
  const { ui, sequences, archived, mayWrite } = props;
  const t = ui.t.sequences;
  return (
    <Table
      ui={ui}
      label={t.list}
      columns={[
        { label: t.columns.name },
        { label: t.columns.state },
        { label: t.columns.steps },
        { label: t.columns.campaigns, figures: true },
        { label: t.columns.walking, figures: true },
        { label: t.columns.edited },
        ...(mayWrite ? [{ label: t.columns.orders, hideLabel: true }] : []),
      ]}
    >
      {sequences.map((sequence) => (
        <tr>
          <th scope="row">
            <a href={paths.sequence(sequence.id)}>{sequence.name}</a>
          </th>
          <td>
            <StateBadge ui={ui} sequence={sequence} />
          </td>
          <td>{t.messages(sequence.messages, sequence.steps)}</td>
          <td class="n">{ui.format.number(sequence.campaigns)}</td>
          <td class="n">{ui.format.number(sequence.walking)}</td>
          <td class="muted">{t.edited(sequence.updatedAt, sequence.updatedBy)}</td>
          {mayWrite && (
            <td class="end">
              {archived ? (
                <Unarchive ui={ui} id={sequence.id} />
              ) : (
                <SequenceMenu ui={ui} sequence={sequence} />
              )}
            </td>
          )}
        </tr>
      ))}
    </Table>
  );
};

const StateBadge = ({ ui, sequence }: { ui: SeatedUi; sequence: SequenceListItem }) => {
  const t = ui.t.sequences.states;
  const { version, ahead } = sequence;
  if (version === null) return <Badge>{t.draft}</Badge>;
  return <Badge tone="on">{ahead ? t.ahead(version) : t.published(version)}</Badge>;
};

interface SequenceMenuProps {
  ui: SeatedUi;
  sequence: Pick<SequenceListItem, 'id' | 'name' | 'walking'>;
}

/** Rename, duplicate, archive: in the list and in the designer. */
export const SequenceMenu = ({ ui, sequence: { id, name, walking } }: SequenceMenuProps) => {
  const t = ui.t.sequences;
  const form = (order: string) => `${order}-${id}`;
  return (
    <>
      <Menu id={`more-${id}`} label={ui.t.common.more(name)} atEnd>
        <MenuItem icon="edit" {...hx({ get: paths.sequenceName(id), swap: 'none' })}>
          {t.rename}
        </MenuItem>
        <MenuItem icon="copy" type="submit" form={form('copy')}>
          {t.duplicate}
        </MenuItem>
        <MenuItem icon="save" type="submit" form={form('archive')}>
          {t.archive}
        </MenuItem>
      </Menu>
      <form
        id={form('copy')}
        method="post"
        action={paths.sequenceCopies(id)}
        hidden
        {...hx({ post: paths.sequenceCopies(id), swap: 'none' })}
      >
        <OrderField />
      </form>
      <form
        id={form('archive')}
        method="post"
        action={paths.sequenceArchive(id)}
        hidden
        data-confirm-yes={t.archiveYes}
        {...hx({ post: paths.sequenceArchive(id), swap: 'none', confirm: t.archiveAsk(walking) })}
      >
        <OrderField />
      </form>
    </>
  );
};

/** Brings an archived sequence back. */
export const Unarchive = ({ ui, id }: { ui: SeatedUi; id: string }) => (
  <Button {...hx({ delete: paths.sequenceArchive(id), swap: 'none', disable: 'this' })}>
    {ui.t.sequences.unarchive}
  </Button>
);
