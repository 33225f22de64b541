import type { CustomFields, EditableField } from '#domain/contacts/fields.ts';
import { contactFields } from '#domain/contacts/fields.ts';
import { customText } from '../imports/mapping.tsx';
import { hx } from '../hx.ts';
import { Badge } from '../kit/badge.tsx';
import { LinkButton } from '../kit/button.tsx';
import { Crumb } from '../kit/crumb.tsx';
import { Facts } from '../kit/facts.tsx';
import { Menu, MenuItem } from '../kit/menu.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Section } from '../kit/section.tsx';
import { Page, Shell } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { Addresses, addressText, type ShownAddress } from './addresses.tsx';
import { countryName } from './countries.ts';
import { languageName } from './language.ts';
import { contactName } from './name.ts';
import { TimelineSection, type ShownTimeline } from './timeline.tsx';
import { Walks, type ShownWalk } from './walks.tsx';

export interface ShownContact {
  id: string;
  firstName: string;
  lastName: string;
  company: string;
  language: string | null;
  street: string;
  city: string;
  region: string;
  postalCode: string;
  country: string | null;
  notes: string;
  custom: CustomFields;
  tags: readonly string[];
  editedFields: readonly string[];
  source: 'person' | 'import' | 'inbound' | 'history';
  createdAt: Date;
  conversationId: string | null;
}

export interface ContactPageProps {
  ui: SeatedUi;
  contact: ShownContact;
  addresses: readonly ShownAddress[];
  walks: readonly ShownWalk[];
  timeline: ShownTimeline;
  mayWrite: boolean;
  mayErase: boolean;
}

/** One person: what is known, where they are reached, what they agreed to, what happened. */
export const ContactPage = (props: ContactPageProps) => {
  const { ui, contact, addresses } = props;
  const name = contactName(ui, contact, addresses[0] && addressText(addresses[0]));
  return (
    <Shell ui={ui} title={name} nav="contacts">
      <Page>
        <PageHead
          crumb={<Crumb to={[{ href: paths.contacts(), label: ui.t.contacts.title }]} />}
          title={name}
          lede={name === contact.company ? undefined : contact.company || undefined}
          acts={<Acts {...props} />}
        />
        <div class="cols">
          <div>
            <Addresses {...props} />
            <TimelineSection ui={ui} contactId={contact.id} name={name} timeline={props.timeline} />
          </div>
          <div>
            <ContactFacts ui={ui} contact={contact} />
            <Walks ui={ui} walks={props.walks} />
          </div>
        </div>
      </Page>
    </Shell>
  );
};

const Acts = ({ ui, contact, mayWrite, mayErase }: ContactPageProps) => {
  const words = ui.t.contacts.page;
  return (
    <>
      {contact.conversationId && (
        <LinkButton icon="inbox" href={paths.conversation(contact.conversationId)}>
          {words.conversation}
        </LinkButton>
      )}
      {mayWrite && (
        <LinkButton icon="edit" href={paths.editContact(contact.id)} hotkey="e">
          {words.edit}
        </LinkButton>
      )}
      {mayWrite && (
        <Menu id="contact-more" label={words.more} atEnd>
          <MenuItem icon="merge" href={paths.mergeContact(contact.id)}>
            {words.merge}
          </MenuItem>
          {mayErase && (
            <MenuItem
              icon="bin"
              danger
              {...hx({ get: paths.eraseContact(contact.id), swap: 'none' })}
            >
              {words.erase}
            </MenuItem>
          )}
        </Menu>
      )}
    </>
  );
};

const ContactFacts = ({ ui, contact }: { ui: SeatedUi; contact: ShownContact }) => {
  const words = ui.t.contacts;
  const isEdited = (field: EditableField) => contact.editedFields.includes(field);
  const values: Partial<Record<(typeof contactFields)[number], string>> = {
    firstName: contact.firstName,
    lastName: contact.lastName,
    company: contact.company,
    language: languageName(ui, contact.language),
    street: contact.street,
    city: contact.city,
    region: contact.region,
    postalCode: contact.postalCode,
    country: contact.country ? countryName(ui, contact.country) : '',
    notes: contact.notes,
  };
  const own = Object.entries(contact.custom);
  const since = words.page.sinceFrom(
    ui.format.date(contact.createdAt),
    words.page.sources[contact.source],
  );
  return (
    <Section id="facts" title={words.page.facts}>
      <Facts
        facts={[
          ...contactFields.flatMap((field) =>
            values[field]
              ? [
                  {
                    name: words.fields[field],
                    value: <Fact ui={ui} text={values[field]} edited={isEdited(field)} />,
                  },
                ]
              : [],
          ),
          ...own.map(([key, value]) => ({
            name: key,
            value: <Fact ui={ui} text={customText(ui, value)} edited={isEdited(`custom.${key}`)} />,
          })),
          { name: words.page.since, value: since },
          ...(contact.tags.length > 0
            ? [{ name: words.page.tags, value: <TagLinks tags={contact.tags} /> }]
            : []),
        ]}
      />
    </Section>
  );
};

const Fact = ({ ui, text, edited }: { ui: SeatedUi; text: string; edited: boolean }) => (
  <>
    <span class="lines">{text}</span>
    {edited && <span class="muted small"> {ui.t.contacts.page.byHand}</span>}
  </>
);

const TagLinks = ({ tags }: { tags: readonly string[] }) => (
  <span class="row tags">
    {tags.map((tag) => (
      <a href={paths.contacts({ tag })}>
        <Badge>{tag}</Badge>
      </a>
    ))}
  </span>
);
