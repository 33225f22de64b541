import { Hono } from 'hono';
import type { Context } from 'hono';
import { may } from '#domain/access/permissions.ts';
import { contactAddresses, type ContactDetail } from '#db/contacts/page.ts';
import { contactTimeline, contactWalks, timelineAPage } from '#db/contacts/timeline.ts';
import type { AppEnv } from '#server/context.ts';
import { fragment, respond } from '#server/http/respond.tsx';
import { ContactPage } from '#web/contacts/detail.tsx';
import { ErasedPage } from '#web/contacts/erased.tsx';
import { TimelineEntries, type ShownTimeline } from '#web/contacts/timeline.tsx';
import { paths } from '#web/paths.ts';
import { knownContact } from './known.ts';

/** One contact's page and its timeline. */
export const contactPageRoutes = (): Hono<AppEnv> =>
  new Hono<AppEnv>()
    .get('/contacts/:id', async (c) => {
      const known = await knownContact(c);
      switch (known.kind) {
        case 'absent':
          return c.notFound();
        case 'merged':
          return c.redirect(paths.contact(known.into), 301);
        case 'erased':
          return respond(c, { full: <ErasedPage ui={c.var.ui} at={known.contact.erasedAt} /> });
        case 'contact':
          return contactPage(c, known.contact);
      }
    })
    .get('/contacts/:id/timeline', async (c) => {
      const known = await knownContact(c);
      if (known.kind !== 'contact') return c.notFound();
      const { name, contact } = known;
      const { id } = contact;
      const timeline = await timelineOf(c, id, c.req.query('before'));
      return fragment(
        c,
        <TimelineEntries ui={c.var.ui} contactId={id} name={name} timeline={timeline} />,
      );
    });

async function contactPage(c: Context<AppEnv>, contact: ContactDetail): Promise<Response> {
  const { ui, em, seat } = c.var;
  const of = { workspaceId: seat.workspaceId, contactId: contact.id };
  const addresses = await contactAddresses(em, of);
  const walks = await contactWalks(em, of);
  const timeline = await timelineOf(c, contact.id);
  return respond(c, {
    full: (
      <ContactPage
        ui={ui}
        contact={contact}
        addresses={addresses}
        walks={walks}
        timeline={timeline}
        mayWrite={may(seat.role, 'contact.write')}
        mayErase={may(seat.role, 'contact.erase')}
      />
    ),
  });
}

async function timelineOf(
  c: Context<AppEnv>,
  contactId: string,
  cursor?: string,
): Promise<ShownTimeline> {
  const { workspaceId } = c.var.seat;
  const before = cursorOf(cursor);
  const found = await contactTimeline(c.var.em, { workspaceId, contactId, before });
  const entries = found.slice(0, timelineAPage);
  const last = entries.at(-1);
  const goesOn = found.length > timelineAPage && last;
  return { entries, before: goesOn ? `${last.at.toISOString()}~${last.key}` : null };
}

function cursorOf(text = ''): { at: Date; key: string } | undefined {
  const [at = '', key = ''] = text.split('~');
  const instant = new Date(at);
  return key === '' || Number.isNaN(instant.getTime()) ? undefined : { at: instant, key };
}
