import type { CustomFields } from '#domain/contacts/fields.ts';
import { Banner } from '../kit/banner.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { Crumb } from '../kit/crumb.tsx';
import { FormErrors } from '../kit/form-errors.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Select } from '../kit/select.tsx';
import { Textarea } from '../kit/textarea.tsx';
import { hx } from '../hx.ts';
import { Page, Shell } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { countryChoices } from './countries.ts';

export interface EditProps {
  ui: SeatedUi;
  /** Null for a new contact. */
  contact: { id: string; name: string } | null;
  form: FormState;
  /** Own fields as they are typed in the form. */
  custom: CustomFields;
  revision: number;
  orderId: string;
  /** What stands now, where somebody else was quicker, by field name. */
  theirs?: Readonly<Record<string, string>> | undefined;
}

const shortFields = [
  'firstName',
  'lastName',
  'company',
  'street',
  'city',
  'region',
  'postalCode',
] as const;

/** The form of a contact, on a page of its own. */
export const EditPage = (props: EditProps) => {
  const { ui, contact } = props;
  const words = ui.t.contacts.edit;
  const title = contact ? words.title(contact.name) : words.newTitle;
  const up = [
    { href: paths.contacts(), label: ui.t.contacts.title },
    ...(contact ? [{ href: paths.contact(contact.id), label: contact.name }] : []),
  ];
  return (
    <Shell ui={ui} title={title} nav="contacts">
      <Page class="narrow">
        <PageHead crumb={<Crumb to={up} />} title={title} lede={contact ? words.hint : undefined} />
        <ContactForm {...props} />
      </Page>
    </Shell>
  );
};

export const ContactForm = (props: EditProps) => {
  const { ui, contact, form, theirs } = props;
  const words = ui.t.contacts;
  const action = contact ? paths.contact(contact.id) : paths.contacts();
  return (
    <form
      id="contact-form"
      method="post"
      action={action}
      class="stack-4"
      {...hx({ post: action, target: 'this', swap: 'outerMorph', disable: 'find button' })}
    >
      <input type="hidden" name="order" value={props.orderId} />
      <input type="hidden" name="revision" value={props.revision} />
      {theirs && (
        <Banner tone="warn" role="alert" tabindex={-1} autofocus>
          {words.edit.stale}
        </Banner>
      )}
      <FormErrors ui={ui} form={form} labels={words.fields} />
      <KnownFields {...props} />
      <Input
        name="tags"
        label={words.edit.tags}
        hint={theirs?.tags ?? words.edit.tagsHint}
        form={form}
        maxlength={500}
      />
      <OwnFields {...props} />
      <Textarea
        name="notes"
        label={words.fields.notes}
        form={form}
        rows={4}
        hint={theirs?.notes}
        maxlength={20_000}
      />
      <div class="row">
        <Button primary type="submit">
          {contact ? words.edit.save : words.edit.create}
        </Button>
        <LinkButton quiet href={contact ? paths.contact(contact.id) : paths.contacts()}>
          {ui.t.common.cancel}
        </LinkButton>
      </div>
    </form>
  );
};

const KnownFields = ({ ui, contact, form, theirs }: EditProps) => {
  const words = ui.t.contacts;
  return (
    <div class="field-grid">
      {shortFields.map((name) => (
        <Input
          name={name}
          label={words.fields[name]}
          form={form}
          hint={theirs?.[name]}
          maxlength={200}
        />
      ))}
      <Select
        name="country"
        label={words.fields.country}
        form={form}
        empty=""
        options={countryChoices(ui)}
        hint={theirs?.country}
      />
      <Select
        name="language"
        label={words.fields.language}
        form={form}
        empty=""
        options={languages(ui)}
        hint={theirs?.language}
      />
      {!contact && <NewAddresses ui={ui} form={form} />}
    </div>
  );
};

const NewAddresses = ({ ui, form }: { ui: SeatedUi; form: FormState }) => (
  <>
    <Input name="mobile" type="tel" label={ui.t.contacts.edit.mobile} form={form} maxlength={60} />
    <Input
      name="email"
      type="text"
      inputmode="email"
      label={ui.t.contacts.edit.email}
      form={form}
      maxlength={254}
    />
  </>
);

const OwnFields = ({ ui, form, custom, theirs }: EditProps) => {
  const words = ui.t.contacts.edit;
  return (
    <fieldset class="bare">
      <legend>
        <h2>{words.own}</h2>
      </legend>
      <div class="field-grid">
        {Object.entries(custom).map(([key, { type }]) => {
          const name = `custom.${key}`;
          if (type !== 'money') {
            return (
              <Input
                name={name}
                type={type === 'date' ? 'date' : 'text'}
                label={key}
                form={form}
                hint={theirs?.[name]}
                maxlength={2000}
              />
            );
          }
          return (
            <>
              <Input
                name={name}
                label={words.amount(key)}
                inputmode="decimal"
                form={form}
                hint={theirs?.[name]}
                maxlength={20}
              />
              <Input
                name={`currency.${key}`}
                label={words.currency(key)}
                form={form}
                maxlength={3}
              />
            </>
          );
        })}
        <Input name="newField" label={words.newField} form={form} maxlength={60} />
        <Input name="newValue" label={words.newValue} form={form} maxlength={2000} />
      </div>
    </fieldset>
  );
};

const LANGUAGES = ['en', 'nl', 'fr', 'es', 'de', 'it', 'pt'];

function languages(ui: SeatedUi) {
  const names = new Intl.DisplayNames(ui.locale === 'xx' ? 'en-US' : ui.locale, {
    type: 'language',
  });
  return LANGUAGES.map((value) => {
    const name = names.of(value) ?? value;
    return { value, label: ui.locale === 'xx' ? `⟦${name}⟧` : name };
  });
}
