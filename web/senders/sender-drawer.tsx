import { phoneText } from '#domain/contacts/phone-text.ts';
import { Button } from '../kit/button.tsx';
import { Drawer } from '../kit/drawer.tsx';
import { Facts } from '../kit/facts.tsx';
import { FormErrors } from '../kit/form-errors.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Icon } from '../kit/icon.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { hx } from '../hx.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { SenderFields, senderLabels } from './sender-fields.tsx';
import { StateBadge } from './sender-table.tsx';
import type { SenderProps } from './senders.ts';

interface Props {
  ui: SeatedUi;
  open: { sender: SenderProps; form: FormState } | null;
  mayWrite: boolean;
}

/** One number: what may be set of it, and its pause. */
export const SenderDrawer = ({ ui, open, mayWrite }: Props) => {
  const t = ui.t.senders;
  if (!open) return <aside id="sender-drawer" class="pane drawer" aria-label={t.drawer} hidden />;
  const { sender, form } = open;
  const phone = phoneText(sender.value);
  const close = paths.senders();
  return (
    <Drawer
      id="sender-drawer"
      label={t.edit(phone)}
      head={<DrawerHead ui={ui} sender={sender} phone={phone} />}
      close={t.close}
      closeHref={close}
      closeAttrs={hx({
        get: close,
        target: '#senders',
        select: '#senders',
        swap: 'outerMorph',
        pushUrl: true,
      })}
      foot={mayWrite && <Foot ui={ui} sender={sender} phone={phone} />}
    >
      <Lately ui={ui} sender={sender} />
      <SenderForm ui={ui} sender={sender} form={form} mayWrite={mayWrite} />
    </Drawer>
  );
};

interface HeadProps {
  ui: SeatedUi;
  sender: SenderProps;
  phone: string;
}

const DrawerHead = ({ ui, sender, phone }: HeadProps) => (
  <>
    <span class="node">
      <Icon name="senders" />
    </span>
    <div>
      <h2 tabindex={-1} autofocus>
        {phone}
      </h2>
      <p class="muted small">{sender.account.name}</p>
      <StateBadge ui={ui} sender={sender} />
    </div>
  </>
);

/** What a narrow table leaves out. */
const Lately = ({ ui, sender }: Omit<HeadProps, 'phone'>) => {
  const { columns, shareOf, noneYet, never, today } = ui.t.senders;
  const { share, moment } = ui.format;
  const of = (part: number, whole: number) =>
    whole > 0 ? shareOf(share(part, whole), whole) : noneYet;
  return (
    <Facts
      facts={[
        { name: columns.today, value: today(sender.sentToday, sender.dailyCap) },
        { name: columns.delivered, value: of(sender.delivered, sender.known) },
        { name: columns.replied, value: of(sender.replied, sender.people) },
        { name: columns.used, value: sender.lastUsedAt ? moment(sender.lastUsedAt) : never },
        { name: columns.region, value: sender.region ?? sender.country },
      ]}
    />
  );
};

export const SenderForm = ({
  ui,
  sender,
  form,
  mayWrite,
}: Omit<HeadProps, 'phone'> & { form: FormState; mayWrite: boolean }) => {
  const t = ui.t.senders;
  const post = paths.sender(sender.id);
  return (
    <form
      id="sender-form"
      method="post"
      action={post}
      class="stack-4"
      {...hx({ post, target: 'this', swap: 'outerMorph', disable: 'find button' })}
    >
      <OrderField />
      <FormErrors ui={ui} form={form} labels={senderLabels(ui)} />
      <fieldset class="bare stack-4" disabled={!mayWrite}>
        <legend class="vh">{t.edit(phoneText(sender.value))}</legend>
        <SenderFields ui={ui} form={form} />
        <div class="row">
          <Button primary type="submit">
            {t.save}
          </Button>
        </div>
      </fieldset>
    </form>
  );
};

/** The orders that hold at once; each answers with the whole page. */
const Foot = ({ ui, sender, phone }: HeadProps) => {
  const t = ui.t.senders;
  const whole = { target: '#senders', select: '#senders', swap: 'outerMorph' } as const;
  const pause = paths.pauseSender(sender.id);
  const rotation = paths.rotation(sender.id);
  return (
    <>
      {sender.state === 'active' ? (
        <Button icon="pause" {...hx({ get: pause, swap: 'none' })}>
          {t.pause}
        </Button>
      ) : (
        <Button
          icon="resume"
          aria-label={`${t.resume} ${phone}`}
          {...hx({ delete: pause, disable: 'this', ...whole })}
        >
          {t.resume}
        </Button>
      )}
      <Button
        icon="shuffle"
        {...hx({ ...(sender.rotation ? { delete: rotation } : { post: rotation }), ...whole })}
      >
        {sender.rotation ? t.outOfRotation : t.intoRotation}
      </Button>
    </>
  );
};
