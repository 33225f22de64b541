import { phoneText } from '#domain/contacts/phone-text.ts';
import { Badge } from '../kit/badge.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Input } from '../kit/input.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Pager } from '../kit/pager.tsx';
import { BulkBar, SelectCell, Table } from '../kit/table.tsx';
import { Time } from '../kit/time.tsx';
import { hx } from '../hx.ts';
import { Page, Shell } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { ContactFilters, type FilterProps } from './filters.tsx';
import { contactName } from './name.ts';

export interface ListedContact {
  id: string;
  firstName: string;
  lastName: string;
  company: string;
  city: string;
  region: string;
  tags: readonly string[];
  phone: string | null;
  email: string | null;
  consent: 'given' | 'refused' | null;
  blocked: boolean;
  conversationId: string | null;
  lastAt: Date | null;
}

export interface ContactListProps extends FilterProps {
  ui: SeatedUi;
  contacts: readonly ListedContact[];
  count: number;
  mostCounted: number;
  firstHref?: string | undefined;
  nextHref?: string | undefined;
  /** The id of the order to tag; a double click tags once. */
  orderId: string;
  mayWrite: boolean;
  mayExport: boolean;
  mayImport: boolean;
}

/** Everybody, narrowed by search and filters. */
export const ContactsPage = (props: ContactListProps) => {
  const { ui, query, mayWrite, mayExport, mayImport } = props;
  const words = ui.t.contacts.list;
  const acts = (
    <>
      {mayExport && (
        <LinkButton quiet icon="download" href={paths.contactsExport(query)} download>
          {words.export}
        </LinkButton>
      )}
      {mayImport && (
        <LinkButton icon="upload" href={paths.newImport()}>
          {words.import}
        </LinkButton>
      )}
      {mayWrite && (
        <LinkButton primary icon="plus" href={paths.newContact()}>
          {words.add}
        </LinkButton>
      )}
    </>
  );
  return (
    <Shell ui={ui} title={ui.t.contacts.title} nav="contacts">
      <Page>
        <PageHead title={ui.t.contacts.title} acts={acts} />
        <ContactFilters {...props} />
        <ContactList {...props} />
      </Page>
    </Shell>
  );
};

/** The results with their count; what a search swaps. */
export const ContactList = (props: ContactListProps) => {
  const { ui, contacts, count, mostCounted, query } = props;
  const words = ui.t.contacts.list;
  const isFiltered = Object.values(query).some(Boolean);
  return (
    <div id="contact-list">
      <p class="muted" role="status">
        {words.count(count, mostCounted)}
        {query.import && ` · ${words.fromImport}`}
      </p>
      {contacts.length === 0 ? (
        <EmptyState
          title={isFiltered ? words.nobody.title : words.none.title}
          act={isFiltered && <LinkButton href={paths.contacts()}>{words.clear}</LinkButton>}
        >
          {isFiltered ? words.nobody.why : words.none.why}
        </EmptyState>
      ) : (
        <Rows {...props} />
      )}
      <Pager ui={ui} label={words.label} firstHref={props.firstHref} nextHref={props.nextHref} />
    </div>
  );
};

const Rows = (props: ContactListProps) => {
  const { ui, contacts, mayWrite } = props;
  const words = ui.t.contacts.list;
  const columns = [
    { label: words.name },
    { label: words.phone },
    { label: words.email },
    { label: words.place },
    { label: words.tags },
    { label: words.state },
    { label: words.lastSpoke },
  ];
  return (
    <form id="bulk-tag" method="post" action={paths.tagContacts(props.query)}>
      <Table ui={ui} label={words.label} columns={columns} selectable={mayWrite} class="contacts">
        {contacts.map((contact) => (
          <Row ui={ui} contact={contact} selectable={mayWrite} />
        ))}
      </Table>
      {mayWrite && <TagBar {...props} />}
    </form>
  );
};

const TagBar = ({ ui, count, contacts, orderId, query }: ContactListProps) => {
  const words = ui.t.contacts.list;
  const way = (action: 'add' | 'remove') => {
    const post = paths.tagContacts({ ...query, action });
    return {
      formaction: post,
      ...hx({ post, target: '#contact-list', swap: 'outerMorph', include: 'closest form' }),
    };
  };
  return (
    <BulkBar ui={ui}>
      <input type="hidden" name="order" value={orderId} />
      <Input
        name="tag"
        label={words.tagInput}
        hideLabel
        placeholder={words.tagInput}
        maxlength={60}
      />
      <Button type="submit" {...way('add')}>
        {words.addTag}
      </Button>
      <Button type="submit" {...way('remove')}>
        {words.removeTag}
      </Button>
      {count > contacts.length && (
        <label class="check">
          <input type="checkbox" name="everyone" value="yes" />
          <span>{words.everyone(count)}</span>
        </label>
      )}
    </BulkBar>
  );
};

const Row = ({
  ui,
  contact,
  selectable,
}: {
  ui: SeatedUi;
  contact: ListedContact;
  selectable: boolean;
}) => {
  const name = contactName(ui, contact, contact.phone ? phoneText(contact.phone) : contact.email);
  const company = name === contact.company ? '' : contact.company;
  return (
    <tr>
      {selectable && <SelectCell ui={ui} value={contact.id} of={name} />}
      <th scope="row" class="cell">
        <a href={paths.contact(contact.id)}>{name}</a>
        {company && <span class="muted small"> {company}</span>}
      </th>
      <td class="figure">{contact.phone && phoneText(contact.phone)}</td>
      <td class="reach" title={contact.email ?? undefined}>
        {contact.email}
      </td>
      <td>{[contact.city, contact.region].filter(Boolean).join(', ')}</td>
      <td class="cell">{contact.tags.join(', ')}</td>
      <td>
        <TextState ui={ui} contact={contact} />
      </td>
      <td>
        {contact.conversationId && contact.lastAt && (
          <a href={paths.conversation(contact.conversationId)}>
            <Time ui={ui} at={contact.lastAt} as="day" />
          </a>
        )}
      </td>
    </tr>
  );
};

const TextState = ({ ui, contact }: { ui: SeatedUi; contact: ListedContact }) => {
  if (contact.blocked)
    return (
      <Badge tone="danger" icon="block">
        {ui.t.contacts.list.optedOut}
      </Badge>
    );
  if (!contact.phone) return <></>;
  return <span class="muted">{ui.t.contacts.list.consents[contact.consent ?? 'none']}</span>;
};
