import { hx } from '../hx.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { FormErrors } from '../kit/form-errors.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { Select } from '../kit/select.tsx';
import { Textarea } from '../kit/textarea.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { addressText, channelName } from './addresses.tsx';

interface FormProps {
  ui: SeatedUi;
  contactId: string;
  form: FormState;
  orderId: string;
}

/** Asks for one more number or e-mail address. */
export const AddressDialog = (props: FormProps) => (
  <Dialog title={props.ui.t.contacts.addresses.add} close={props.ui.t.common.close}>
    <AddressForm {...props} />
  </Dialog>
);

export const AddressForm = ({ ui, contactId, form, orderId }: FormProps) => {
  const words = ui.t.contacts.addresses;
  const action = paths.contactAddresses(contactId);
  return (
    <form id="address-form" method="post" action={action} class="stack-4" {...posting(action)}>
      <input type="hidden" name="order" value={orderId} />
      <Input name="value" label={words.value} form={form} required maxlength={254} />
      <div class="row">
        <Button primary type="submit">
          {words.addAct}
        </Button>
      </div>
    </form>
  );
};

interface ConsentFormProps extends FormProps {
  address: { id: string; value: string; kind: 'phone' | 'email' };
}

/** Records consent or a stop, or lifts one, with how somebody knows. */
export const ConsentDialog = (props: ConsentFormProps) => (
  <Dialog
    title={props.ui.t.contacts.addresses.dialog(addressText(props.address))}
    close={props.ui.t.common.close}
  >
    <ConsentForm {...props} />
  </Dialog>
);

export const ConsentForm = ({ ui, contactId, address, form, orderId }: ConsentFormProps) => {
  const words = ui.t.contacts.addresses;
  const action = paths.addressConsent(contactId, address.id);
  const channels =
    address.kind === 'phone' ? (['sms', 'whatsapp', 'call'] as const) : (['email'] as const);
  return (
    <form id="consent-form" method="post" action={action} class="stack-4" {...posting(action)}>
      <input type="hidden" name="order" value={orderId} />
      <FormErrors ui={ui} form={form} />
      <Select
        name="what"
        label={words.what}
        form={form}
        options={(['given', 'refused', 'suppress', 'lift'] as const).map((value) => ({
          value,
          label: words.choices[value],
        }))}
      />
      <Select
        name="channel"
        label={words.channel}
        form={form}
        options={channels.map((value) => ({ value, label: channelName(ui, value) }))}
      />
      <Input name="day" type="date" label={words.day} form={form} required />
      <Textarea
        name="note"
        label={words.note}
        hint={words.noteHint}
        form={form}
        rows={2}
        maxlength={500}
      />
      <div class="row">
        <Button primary type="submit">
          {ui.t.common.save}
        </Button>
      </div>
    </form>
  );
};

const posting = (post: string) =>
  hx({ post, target: 'this', swap: 'outerMorph', disable: 'find button' });

/** What erasing a person means, and the milder way. */
export const EraseDialog = ({
  ui,
  contact,
  orderId,
}: {
  ui: SeatedUi;
  contact: { id: string; name: string };
  orderId: string;
}) => {
  const words = ui.t.contacts.erase;
  const action = paths.eraseContact(contact.id);
  return (
    <Dialog
      title={words.title(contact.name)}
      close={ui.t.common.close}
      acts={
        <>
          <Button primary danger type="submit" form="erase-form">
            {words.act}
          </Button>
          <Button data-close-dialog>{words.cancel}</Button>
        </>
      }
    >
      <form
        id="erase-form"
        method="post"
        action={action}
        class="stack-4"
        {...hx({ post: action, swap: 'none' })}
      >
        <input type="hidden" name="order" value={orderId} />
        <p>{words.what}</p>
        <p>{words.stays}</p>
        <p>{words.walks}</p>
        <p>{words.shared}</p>
      </form>
    </Dialog>
  );
};
