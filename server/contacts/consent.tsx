import { Hono } from 'hono';
import type { Context } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { SuppressionReason } from '#domain/sending/suppression.ts';
import {
  liftSuppression,
  recordConsent,
  suppressAddress,
  type AddressOrder,
} from '#db/contacts/consent.ts';
import { contactAddresses, type AddressDetail } from '#db/contacts/page.ts';
import type { Db } from '#db/orm.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { parseForm, refused } from '#server/http/parse-form.ts';
import { fragment } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import type { Catalogue } from '#web/catalogue/en.ts';
import { ConsentDialog, ConsentForm } from '#web/contacts/dialogs.tsx';
import { formOf, type FormState } from '#web/kit/form-state.ts';
import { addressesAnswer } from './addresses.tsx';
import { knownContact } from './known.ts';

/** What a person of ours records of consent to one address, and lifts. */
export function contactConsentRoutes({ database }: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .use('/contacts/:id/addresses/:address/consent', allow('contact.write'))
    .get('/contacts/:id/addresses/:address/consent', async (c) => {
      const found = await addressOf(c);
      if (!found) return c.notFound();
      const day = c.var.ui.format.inputValue(c.var.ui.now).slice(0, 10);
      const { contactId, address } = found;
      const form = formOf({ what: 'given', day });
      return fragment(
        c,
        <ConsentDialog
          ui={c.var.ui}
          contactId={contactId}
          address={address}
          form={form}
          orderId={uuidv7()}
        />,
      );
    })
    .post('/contacts/:id/addresses/:address/consent', async (c) => {
      const found = await addressOf(c);
      if (!found) return c.notFound();
      const posted = await parseForm(c, consentForm(c.var.ui.t));
      if (!posted.ok) return again(c, found, posted.form);
      const { what, day, order: orderId, channel, note } = posted.value;
      const { workspaceId, userId } = c.var.seat;
      const { contactId, address } = found;
      const order = {
        orderId,
        workspaceId,
        userId,
        contactId,
        addressId: address.id,
        channel,
        note,
      };
      const done = await database.transaction((em) => record(em, order, what, new Date(day)));
      if (done === 'absent') return c.notFound();
      if (done === 'done') return addressesAnswer(c, contactId);
      const sentence = cannotLift(c.var.ui.t, done.refused);
      return again(c, found, refused(posted.form, { '': sentence }));
    });
}

const channels = ['sms', 'whatsapp', 'email', 'call'] as const;
type RecordableOrder = AddressOrder & { channel: (typeof channels)[number] };

const consentForm = ({ contacts }: Catalogue) =>
  z.object({
    order: z.uuid(),
    what: z.enum(['given', 'refused', 'suppress', 'lift']),
    channel: z.enum(channels),
    day: z.iso.date(),
    note: z.string().trim().min(1, contacts.addresses.noteMissing).max(500),
  });

function record(
  em: Db,
  order: RecordableOrder,
  what: 'given' | 'refused' | 'suppress' | 'lift',
  capturedAt: Date,
): Promise<'done' | 'absent' | { refused: SuppressionReason }> {
  switch (what) {
    case 'given':
    case 'refused':
      return recordConsent(em, { ...order, status: what, capturedAt });
    case 'suppress':
      return suppressAddress(em, order);
    case 'lift':
      return liftSuppression(em, order);
  }
}

function cannotLift({ contacts }: Catalogue, reason: SuppressionReason): string {
  const words = contacts.addresses.cannotLift;
  return reason in words ? words[reason as keyof typeof words] : words.other;
}

interface Found {
  contactId: string;
  address: AddressDetail;
}

async function addressOf(c: Context<AppEnv>): Promise<Found | null> {
  const known = await knownContact(c);
  if (known.kind !== 'contact') return null;
  const { workspaceId } = c.var.seat;
  const contactId = known.contact.id;
  const addresses = await contactAddresses(c.var.em, { workspaceId, contactId });
  const address = addresses.find(({ id }) => id === c.req.param('address'));
  return address ? { contactId, address } : null;
}

const again = (c: Context<AppEnv>, { contactId, address }: Found, form: FormState) =>
  fragment(
    c,
    <ConsentForm
      ui={c.var.ui}
      contactId={contactId}
      address={address}
      form={form}
      orderId={uuidv7()}
    />,
    422,
  );
