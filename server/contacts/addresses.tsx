import { Hono } from 'hono';
import type { Context } from 'hono';
import { v7 as uuidv7, validate as isUuid } from 'uuid';
import { z } from 'zod';
import { typedAddress } from '#domain/contacts/typed-address.ts';
import { addAddress, removeAddress } from '#db/contacts/addresses.ts';
import { contactAddresses } from '#db/contacts/page.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { parseForm, refused } from '#server/http/parse-form.ts';
import { fragment, moveTo, trigger, wantsPartial } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import { Addresses } from '#web/contacts/addresses.tsx';
import { AddressDialog, AddressForm } from '#web/contacts/dialogs.tsx';
import { formOf } from '#web/kit/form-state.ts';
import { Partial } from '#web/kit/partial.tsx';
import { paths } from '#web/paths.ts';
import { knownContact } from './known.ts';

const newAddress = z.object({ order: z.uuid(), value: z.string().trim().min(1).max(254) });

/** Giving a contact a number or an address, and taking one away. */
export function contactAddressRoutes({ database }: AppDeps): Hono<AppEnv> {
  const write = allow('contact.write');
  return new Hono<AppEnv>()
    .get('/contacts/:id/addresses', write, async (c) => {
      const known = await knownContact(c);
      if (known.kind !== 'contact') return c.notFound();
      const { id } = known.contact;
      return fragment(
        c,
        <AddressDialog ui={c.var.ui} contactId={id} form={formOf()} orderId={uuidv7()} />,
      );
    })
    .post('/contacts/:id/addresses', write, (c) => add(c))
    .delete('/contacts/:id/addresses/:address', write, (c) => remove(c));

  async function add(c: Context<AppEnv>): Promise<Response> {
    const { ui, seat, workspace } = c.var;
    const known = await knownContact(c);
    if (known.kind !== 'contact') return c.notFound();
    const { id: contactId, country } = known.contact;
    const posted = await parseForm(c, newAddress);
    const address = posted.ok && typedAddress(posted.value.value, country ?? workspace.country);
    if (!posted.ok || !address) {
      const form = posted.ok
        ? refused(posted.form, { value: ui.t.contacts.addresses.notAnAddress })
        : posted.form;
      return fragment(
        c,
        <AddressForm ui={ui} contactId={contactId} form={form} orderId={uuidv7()} />,
        422,
      );
    }
    const { workspaceId, userId } = seat;
    const orderId = posted.value.order;
    await database.transaction((em) =>
      addAddress(em, { orderId, workspaceId, userId, contactId, address }),
    );
    return addressesAnswer(c, contactId);
  }

  async function remove(c: Context<AppEnv>): Promise<Response> {
    const known = await knownContact(c);
    const addressId = c.req.param('address') ?? '';
    if (known.kind !== 'contact' || !isUuid(addressId)) return c.notFound();
    const { workspaceId, userId } = c.var.seat;
    const { id: contactId } = known.contact;
    const removed = await database.transaction((em) =>
      removeAddress(em, { orderId: uuidv7(), workspaceId, userId, contactId, addressId }),
    );
    if (removed === 'absent') return c.notFound();
    const addresses = await contactAddresses(database.fork(), { workspaceId, contactId });
    return fragment(
      c,
      <Addresses ui={c.var.ui} contact={{ id: contactId }} addresses={addresses} mayWrite />,
    );
  }
}

/** The addresses anew beside a dialog that closes; without scripts the whole page. */
export async function addressesAnswer(c: Context<AppEnv>, contactId: string): Promise<Response> {
  if (!wantsPartial(c)) return moveTo(c, paths.contact(contactId));
  const { workspaceId } = c.var.seat;
  const addresses = await contactAddresses(c.var.em, { workspaceId, contactId });
  trigger(c, { 'modal:close': true });
  return fragment(
    c,
    <Partial target="#addresses" swap="outerMorph">
      <Addresses ui={c.var.ui} contact={{ id: contactId }} addresses={addresses} mayWrite />
    </Partial>,
  );
}
