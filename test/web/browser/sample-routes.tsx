import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { guideUi } from '#server/http/styleguide.tsx';
import type { HttpEnv } from '#server/http/env.ts';
import { parseForm } from '#server/http/parse-form.ts';
import { fragment, respond, trigger } from '#server/http/respond.tsx';
import { hx } from '#web/hx.ts';
import { Button } from '#web/kit/button.tsx';
import { Dialog } from '#web/kit/dialog.tsx';
import { FormErrors } from '#web/kit/form-errors.tsx';
import { formOf, type FormState } from '#web/kit/form-state.ts';
import { Input } from '#web/kit/input.tsx';
import { PageHead } from '#web/kit/page-head.tsx';
import { Partial } from '#web/kit/partial.tsx';
import { Search } from '#web/kit/search.tsx';
import { Page, Shell } from '#web/layout.tsx';
import type { Place } from '#web/shell/navigation.tsx';
import type { SeatedUi } from '#web/ui.ts';

/** What the stream was asked with, in order: `Last-Event-ID` or the `since` of the page. */
export interface Streams {
  asked: string[];
  /** Ends all open streams, as a restarting server does. */
  drop: () => void;
}

/** Pages that hold each habit of htmx on which the product leans. */
export function sampleRoutes(streams: Streams): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const open = new Set<() => void>();
  streams.drop = () => open.forEach((end) => end());

  const page = (ui: SeatedUi, nav: Place) => (
    <Shell ui={ui} title={ui.t[nav].title} nav={nav}>
      <Page>
        <PageHead title={ui.t[nav].title} />
        <Sample />
        <SampleForm ui={ui} form={formOf()} />
        <Search ui={ui} label="Find" action="/found" target="#found" keep={{ tag: 'roof' }} />
        <Found q="" />
      </Page>
    </Shell>
  );
  const seated = (ui: HttpEnv['Variables']['ui']): SeatedUi => ({
    ...guideUi(ui),
    liveSince: 'c0',
  });

  app.get('/', (c) => respond(c, { full: page(seated(c.get('ui')), 'today') }));
  app.get('/contacts', (c) => respond(c, { full: page(seated(c.get('ui')), 'contacts') }));
  app.get('/sequences', (c) => respond(c, { full: page(seated(c.get('ui')), 'sequences') }));
  app.get('/sample', (c) => fragment(c, <Sample said="again" />));
  app.post('/sample/keep', async (c) => {
    const posted = await parseForm(c, z.object({ name: z.string().trim().min(3) }));
    if (!posted.ok)
      return fragment(c, <SampleForm ui={seated(c.get('ui'))} form={posted.form} />, 422);
    return fragment(c, <p id="kept">kept</p>);
  });
  app.post('/sample/boom', () => {
    throw new Error('boom');
  });
  app.get('/sample/dialog', (c) =>
    fragment(
      c,
      <Dialog
        title="Sure"
        close="Close"
        acts={<Button {...hx({ post: '/sample/close', swap: 'none' })}>Do</Button>}
      >
        <p>Text</p>
      </Dialog>,
    ),
  );
  app.post('/sample/close', (c) => {
    trigger(c, { 'modal:close': true });
    return fragment(c, <Partial target="#status">closed</Partial>);
  });
  app.delete('/sample/row', (c) => {
    trigger(c, { 'row:gone': true });
    return fragment(c, <></>);
  });
  app.get('/sample/heard', (c) => fragment(c, <>heard</>));
  app.get('/found', (c) =>
    respond(c, { full: <Found q="" />, partial: <Found q={c.req.query('q') ?? ''} /> }),
  );
  app.get('/events', (c) =>
    streamSSE(c, async (stream) => {
      streams.asked.push(c.req.header('Last-Event-ID') ?? c.req.query('since') ?? '');
      const n = streams.asked.length;
      await stream.writeSSE({
        id: `c${n}`,
        data: `<hx-partial hx-target="#status" hx-swap="innerHTML">live ${n}</hx-partial>`,
      });
      await new Promise<void>((end) => {
        open.add(end);
        stream.onAbort(end);
      });
    }),
  );
  return app;
}

const Found = ({ q }: { q: string }) => <p id="found">found {q}</p>;

const Sample = ({ said = 'first' }: { said?: string }) => (
  <section id="sample">
    <p id="said">{said}</p>
    <details id="more">
      <summary>More</summary>
      <p>Inside</p>
    </details>
    <textarea id="typed" aria-label="Typed" />
    <Button
      id="again"
      hotkey="a"
      {...hx({ get: '/sample', target: '#sample', swap: 'outerMorph' })}
    >
      Again
    </Button>
    <Button id="boom" {...hx({ post: '/sample/boom', target: '#sample' })}>
      Boom
    </Button>
    <Button id="ask" {...hx({ get: '/sample/dialog', swap: 'none' })}>
      Ask
    </Button>
    <Button
      id="sure"
      {...hx({ get: '/sample', target: '#sample', swap: 'outerMorph', confirm: 'Really?' })}
    >
      Sure
    </Button>
    <p id="row">
      <Button id="remove" {...hx({ delete: '/sample/row', target: 'closest p', swap: 'delete' })}>
        Remove
      </Button>
    </p>
    <p id="hears" {...hx({ get: '/sample/heard', trigger: 'row:gone from:document' })} />
    <p id="status" role="status" />
  </section>
);

const SampleForm = ({ ui, form }: { ui: SeatedUi; form: FormState }) => (
  <form id="form" {...hx({ post: '/sample/keep', target: 'this', swap: 'outerMorph' })}>
    <FormErrors ui={ui} form={form} labels={{ name: 'Name' }} />
    <Input name="name" label="Name" form={form} />
    <Button type="submit">Keep</Button>
  </form>
);
