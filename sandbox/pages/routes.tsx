import { type Context, Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { html } from 'hono/html';
import { secureHeaders } from 'hono/secure-headers';
import { type PhoneSays, writeFrom } from '../phones.ts';
import type { Sandbox } from '../sandbox.ts';
import { latestPhones, newPhone, type Phone } from '../state/phone.ts';
import { callsWith } from '../openphone/calls-with.ts';
import { pageAssets } from './assets.ts';
import { settingsFrom } from './faults-form.ts';
import { FaultsPanel } from './faults-panel.tsx';
import { typedNumber } from './format.ts';
import { Layout } from './layout.tsx';
import { type PhoneProps, PhoneSet } from './phone.tsx';
import { News, PhonesPage, seenNow } from './phones-page.tsx';
import { sentences } from './sentences.ts';

const SELF = ["'self'"];

const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: SELF,
    scriptSrc: SELF,
    styleSrc: SELF,
    imgSrc: SELF,
    connectSrc: SELF,
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    formAction: SELF,
  },
  strictTransportSecurity: false,
});

/** The page where a person plays the other side. */
export function pageRoutes(sandbox: Sandbox): Hono {
  const { store, faults, publicUrl } = sandbox;
  const { world } = store;
  const { assets, routes } = pageAssets();

  function page(c: Context, options: { phone?: PhoneProps; error?: string; status?: 200 | 422 }) {
    const { phone, error, status = 200 } = options;
    const content = (
      <Layout assets={assets} publicUrl={publicUrl}>
        <PhonesPage {...{ world, faults, publicUrl }} current={phone} error={error} />
      </Layout>
    );
    c.header('Cache-Control', 'no-store');
    return c.html(html`<!DOCTYPE html>${content}`, status);
  }

  function inHand(number: string): PhoneProps {
    const phone: Phone = world.phones.get(number) ?? newPhone(number);
    phone.unread = 0;
    return { phone, calls: callsWith(world, number), numbers: [...world.senders.values()] };
  }

  return new Hono()
    .use(headers, csrf())
    .route('/', routes)
    .get('/', (c) => {
      const typed = c.req.query('phone');
      const number = typed ? typedNumber(typed) : latestPhones(world.phones.values(), 1)[0]?.number;
      if (typed && !number) {
        return page(c, { error: sentences.badNumber(typed.trim()), status: 422 });
      }
      return page(c, number ? { phone: inHand(number) } : {});
    })
    .get('/live', (c) => {
      const seen = c.req.query('seen') ?? '';
      if (seen === seenNow(world, faults)) return c.body(null, 204);
      const number = typedNumber(c.req.query('phone') ?? '');
      const areFaultsNew = seen.split('.')[1] !== String(faults.version);
      const current = number ? inHand(number) : undefined;
      return c.html(<News {...{ world, faults, current, areFaultsNew }} />);
    })
    .post('/phones/:number/messages', async (c) => {
      const number = c.req.param('number');
      const says = saysIn(new URLSearchParams(await c.req.text()));
      const result = await writeFrom(sandbox, number, says);
      const isPartial = c.req.header('HX-Request-Type') === 'partial';
      if (typeof result !== 'string') {
        return isPartial
          ? c.html(<PhoneSet {...inHand(number)} />)
          : c.redirect(`/?phone=${encodeURIComponent(number)}`, 303);
      }
      const phone = { ...inHand(number), failed: { body: says.body, error: result } };
      return isPartial ? c.html(<PhoneSet {...phone} />, 422) : page(c, { phone, status: 422 });
    })
    .post('/faults', async (c) => {
      faults.replace(settingsFrom(new URLSearchParams(await c.req.text()), faults.settings));
      sandbox.log.info({ faults: faults.settings }, 'faults changed');
      return c.req.header('HX-Request-Type') === 'partial'
        ? c.html(<FaultsPanel faults={faults} />)
        : c.redirect('/#faults', 303);
    });
}

/** A quick answer goes alone, whatever stands in the text field. */
function saysIn(form: URLSearchParams): PhoneSays {
  const text = (name: string) => form.get(name) ?? '';
  return {
    to: text('to'),
    body: (text('quick') || text('body')).slice(0, 1600),
    ...(text('media') === 'picture' ? { media: 'picture' } : {}),
  };
}
