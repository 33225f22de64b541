import { Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { eraseContact } from '#db/contacts/erase.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { parseForm } from '#server/http/parse-form.ts';
import { fragment, moveTo } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import { EraseDialog } from '#web/contacts/dialogs.tsx';
import { paths } from '#web/paths.ts';
import { knownContact } from './known.ts';

/** Removing a person for good. */
export const contactEraseRoutes = ({ database }: AppDeps): Hono<AppEnv> =>
  new Hono<AppEnv>()
    .use('/contacts/:id/erasure', allow('contact.erase'))
    .get('/contacts/:id/erasure', async (c) => {
      const known = await knownContact(c);
      if (known.kind !== 'contact') return c.notFound();
      const contact = { id: known.contact.id, name: known.name };
      return fragment(c, <EraseDialog ui={c.var.ui} contact={contact} orderId={uuidv7()} />);
    })
    .post('/contacts/:id/erasure', async (c) => {
      const known = await knownContact(c);
      const posted = await parseForm(c, z.object({ order: z.uuid() }));
      if (known.kind !== 'contact' || !posted.ok) return c.notFound();
      const { workspaceId, userId } = c.var.seat;
      const contactId = known.contact.id;
      await database.transaction((em) =>
        eraseContact(em, { orderId: posted.value.order, workspaceId, userId, contactId }),
      );
      return moveTo(c, paths.contact(contactId));
    });
