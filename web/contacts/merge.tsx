import type { Child } from 'hono/jsx';
import { phoneText } from '#domain/contacts/phone-text.ts';
import type { Mergeable } from '#domain/contacts/merge.ts';
import { contactFields, customField, type EditableField } from '#domain/contacts/fields.ts';
import { customText } from '../imports/mapping.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { Crumb } from '../kit/crumb.tsx';
import { Facts } from '../kit/facts.tsx';
import { Input } from '../kit/input.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Section } from '../kit/section.tsx';
import { Page, Shell } from '../layout.tsx';
import { hx } from '../hx.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { countryName } from './countries.ts';

interface MergePageProps {
  ui: SeatedUi;
  contact: { id: string; name: string };
  children: Child;
}

const Frame = ({ ui, contact, children }: MergePageProps) => {
  const words = ui.t.contacts.merge;
  const up = [
    { href: paths.contacts(), label: ui.t.contacts.title },
    { href: paths.contact(contact.id), label: contact.name },
  ];
  return (
    <Shell ui={ui} title={words.title(contact.name)} nav="contacts">
      <Page class="narrow">
        <PageHead crumb={<Crumb to={up} />} title={words.title(contact.name)} lede={words.lede} />
        {children}
      </Page>
    </Shell>
  );
};

export interface FoundContact {
  id: string;
  name: string;
  about: string;
}

interface FindProps {
  ui: SeatedUi;
  contact: { id: string; name: string };
  q: string;
  found: readonly FoundContact[];
}

/** Looks for the other contact. */
export const FindOtherPage = (props: FindProps) => {
  const { ui, contact, q } = props;
  const words = ui.t.contacts.merge;
  const find = hx({
    get: paths.mergeContact(contact.id),
    trigger: 'input changed delay:250ms, submit',
    target: '#found',
    swap: 'outerMorph',
    sync: 'this:replace',
  });
  return (
    <Frame ui={ui} contact={contact}>
      <form
        role="search"
        method="get"
        action={paths.mergeContact(contact.id)}
        class="stack-4"
        {...find}
      >
        <Input
          name="q"
          type="search"
          label={words.find}
          placeholder={ui.t.contacts.list.search}
          value={q}
        />
        <div class="row">
          <Button type="submit" icon="search">
            {ui.t.common.search}
          </Button>
        </div>
      </form>
      <FoundOthers {...props} />
    </Frame>
  );
};

export const FoundOthers = ({ ui, contact, found }: FindProps) => {
  const words = ui.t.contacts.merge;
  return (
    <div id="found" role="status">
      {found.length === 0 ? (
        <p class="muted">{words.nobody}</p>
      ) : (
        <ul class="picks" role="list">
          {found.map((other) => (
            <li>
              <div>
                <b>{other.name}</b>
                <p class="muted small">{other.about}</p>
              </div>
              <LinkButton href={`${paths.mergeContact(contact.id)}?with=${other.id}`}>
                {words.choose}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

interface CompareProps {
  ui: SeatedUi;
  contact: { id: string; name: string };
  other: { id: string; name: string };
  kept: Mergeable;
  gone: Mergeable;
  orderId: string;
}

/** Side by side, only what differs; the first of both stays unless a person says otherwise. */
export const ComparePage = ({ ui, contact, other, kept, gone, orderId }: CompareProps) => {
  const words = ui.t.contacts.merge;
  const differing = differences(ui, kept, gone);
  const action = paths.mergeContact(contact.id);
  return (
    <Frame ui={ui} contact={contact}>
      <form
        method="post"
        action={action}
        class="stack-4"
        {...hx({ post: action, swap: 'none', confirm: words.sure })}
      >
        <input type="hidden" name="order" value={orderId} />
        <input type="hidden" name="with" value={other.id} />
        <Section id="compare" title={words.compare}>
          {differing.length === 0 ? (
            <p class="muted">{words.same}</p>
          ) : (
            differing.map((field) => <Choice ui={ui} field={field} />)
          )}
        </Section>
        <Section id="along" title={words.comesAlong}>
          <Facts
            facts={[
              {
                name: words.addresses,
                value: listed(
                  ui,
                  gone.addresses.map(shownAddress),
                  kept.addresses.map(shownAddress),
                ),
              },
              { name: words.tags, value: listed(ui, gone.tags, kept.tags) },
            ]}
          />
        </Section>
        <div class="row">
          <Button primary type="submit" icon="merge">
            {words.act}
          </Button>
          <LinkButton quiet href={paths.contact(contact.id)}>
            {ui.t.common.cancel}
          </LinkButton>
        </div>
      </form>
    </Frame>
  );
};

interface Difference {
  name: EditableField;
  label: string;
  kept: string;
  other: string;
  takesOther: boolean;
}

const Choice = ({ ui, field }: { ui: SeatedUi; field: Difference }) => {
  const words = ui.t.contacts.merge;
  const way = (value: 'kept' | 'other', text: string) => (
    <label class="check">
      <input
        type="radio"
        name={`field.${field.name}`}
        value={value}
        checked={(value === 'other') === field.takesOther}
      />
      <span>
        <b class="lines">{text || words.blank}</b>
        <span class="hint"> · {words[value]}</span>
      </span>
    </label>
  );
  return (
    <fieldset class="pick">
      <legend>{field.label}</legend>
      {way('kept', field.kept)}
      {way('other', field.other)}
    </fieldset>
  );
};

function differences(ui: SeatedUi, kept: Mergeable, gone: Mergeable): Difference[] {
  const shown = (field: string, value: string | null) =>
    field === 'country' && value ? countryName(ui, value) : (value ?? '');
  const known = contactFields
    .filter((field) => gone.fields[field] !== null && gone.fields[field] !== kept.fields[field])
    .map((field) => ({
      name: field,
      label: ui.t.contacts.fields[field],
      kept: shown(field, kept.fields[field]),
      other: shown(field, gone.fields[field]),
      takesOther: kept.fields[field] === null,
    }));
  const own = Object.entries(gone.custom)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(kept.custom[key]))
    .map(([key, value]) => {
      const ours = kept.custom[key];
      return {
        name: customField(key),
        label: key,
        kept: ours ? customText(ui, ours) : '',
        other: customText(ui, value),
        takesOther: !ours,
      };
    });
  return [...known, ...own];
}

const shownAddress = ({ kind, value }: { kind: string; value: string }) =>
  kind === 'phone' ? phoneText(value) : value;

function listed(ui: SeatedUi, theirs: readonly string[], ours: readonly string[]): string {
  const added = theirs.filter((one) => !ours.includes(one));
  return added.length > 0 ? ui.format.list(added) : ui.t.contacts.merge.nothing;
}
