import { load } from 'cheerio';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { GEORGE, json, RUTH, startSandbox } from '../running.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  sandbox = await startSandbox();
  await sandbox.create({ Body: 'Shall we look at the roof edge, <Ruth>?' });
  await sandbox.create({ To: GEORGE, Body: 'Snow by the weekend.' });
  await vi.waitUntil(async () => (await sandbox.phone(GEORGE)).length === 1);
  await vi.waitUntil(async () => (await sandbox.phone(RUTH)).length === 1);
});
afterAll(() => sandbox.close());

const read = async (path: string) => load(await (await fetch(sandbox.url + path)).text());
const post = (path: string, fields: Record<string, string>, partial = true) =>
  fetch(sandbox.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: sandbox.url, ...(partial ? { 'HX-Request-Type': 'partial' } : {}) },
    body: new URLSearchParams(fields),
  });

test('a link opens one phone with what it shows', async () => {
  const $ = await read(`/?phone=${RUTH}`);
  expect($('#phone h2').text()).toBe('(603) 555-0118');
  expect($('#screen li p').text()).toBe('Shall we look at the roof edge, <Ruth>?');
  expect($('#phones a[aria-current] b').text()).toBe('(603) 555-0118');
  expect($('#phones li')).toHaveLength(2);
  expect($('#accepted').text()).toBe('2 messages accepted');
});

test('any number may be typed as people write it, and nonsense gets a sentence', async () => {
  const $ = await read(`/?phone=${encodeURIComponent('(401) 555-0142')}`);
  expect($('#phone h2').text()).toBe('(401) 555-0142');
  const refused = await fetch(`${sandbox.url}/?phone=ruth`);
  expect(refused.status).toBe(422);
  expect(load(await refused.text())('[role=alert]').text()).toContain(
    '“ruth” is not a phone number',
  );
});

test('a quick answer goes alone and comes back as a bubble, with and without a script', async () => {
  const path = `/phones/${encodeURIComponent(RUTH)}/messages`;
  const fields = { body: 'half typed', quick: 'Yes, Thursday works', to: '+16035550161' };
  const $ = load(await (await post(path, fields)).text(), null, false);
  expect($('#screen .out p').last().text()).toBe('Yes, Thursday works');
  const plain = await post(path, { body: 'Plain', to: '+16035550161' }, false);
  expect([plain.status, plain.headers.get('location')]).toEqual([
    303,
    `/?phone=${encodeURIComponent(RUTH)}`,
  ]);
  const shown = await sandbox.phone(RUTH);
  expect(shown.slice(1).map((one) => one.body)).toEqual(['Yes, Thursday works', 'Plain']);
});

test('a picture is seen on the phone that sent it', async () => {
  const path = `/phones/${encodeURIComponent(GEORGE)}/messages`;
  const $ = load(
    await (await post(path, { media: 'picture', body: '', to: '' })).text(),
    null,
    false,
  );
  const picture = await fetch(sandbox.url + $('#screen img').attr('src')!);
  expect(picture.headers.get('content-type')).toBe('image/png');
});

test('what cannot be sent keeps what was typed and says why', async () => {
  const answer = await post(`/phones/${encodeURIComponent(RUTH)}/messages`, { body: ' ' });
  const $ = load(await answer.text(), null, false);
  expect(answer.status).toBe(422);
  expect($('[role=alert]').text()).toBe('Write something or send a picture.');
  expect($('#say').attr('aria-describedby')).toBe('say-error');
});

test('a switch moved on the page is the same as the HTTP call, and back', async () => {
  const fields = {
    withhold: 'on',
    'withhold.amount': '20',
    undelivered: 'on',
    'undelivered.amount': '5',
    'undelivered.choice': '30007',
    callbackDelayMs: 'on',
    'callbackDelayMs.amount': '99999',
    'loseCallbacks.amount': '50',
  };
  expect((await post('/faults', fields)).status).toBe(200);
  expect(await json(fetch(`${sandbox.url}/sandbox/faults`))).toMatchObject({
    withhold: 0.2,
    undelivered: { share: 0.05, errorCode: 30007 },
    callbackDelayMs: 600_000,
    loseCallbacks: 0,
  });
  await sandbox.faults({ down: '503', tooMany: { requests: 7 } });
  const $ = await read('/');
  const on = $('#faults input:checked').map((_, input) => $(input).attr('name'));
  expect(on.get()).toEqual(['down', 'tooMany']);
  expect($('[name="tooMany.amount"]').val()).toBe('7');
  await sandbox.faults({});
});

test('a poll brings news once and is then answered with nothing', async () => {
  const seen = String((await read(`/?phone=${RUTH}`))('#seen').val());
  const poll = (value: string) =>
    fetch(`${sandbox.url}/live?phone=${encodeURIComponent(RUTH)}&seen=${value}`);
  expect((await poll(seen)).status).toBe(204);
  await sandbox.write(GEORGE, { body: 'Still there?' });
  await vi.waitFor(async () =>
    expect((await sandbox.phone(GEORGE)).at(-1)?.body).toBe('Still there?'),
  );
  const news = await (await poll(seen)).text();
  expect(news).toContain('<hx-partial hx-target="#phones"');
  expect(news).toContain('Still there?');
  expect(news).not.toContain('hx-target="#faults"');
});

test('the page is valid, runs no inline script and links to the app', async () => {
  const answer = await fetch(`${sandbox.url}/?phone=${RUTH}`);
  const page = await answer.text();
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      'void-style': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
    },
  });
  const report = await validator.validateString(page);
  expect(report.results.flatMap((result) => result.messages.map((one) => one.message))).toEqual([]);
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';");
  const $ = load(page);
  expect($('script:not([src]), style, [style], [onclick]')).toHaveLength(0);
  expect($(`a[href="${sandbox.receiver.url}/clock"]`)).toHaveLength(1);
  for (const asset of ['link[rel=stylesheet]', 'script']) {
    const path = $(asset).attr('href') ?? $(asset).attr('src');
    const file = await fetch(sandbox.url + path);
    expect([file.status, file.headers.get('cache-control')]).toEqual([
      200,
      expect.stringContaining('immutable'),
    ]);
  }
});

test('a form posted from another site is refused', async () => {
  const answer = await fetch(`${sandbox.url}/faults`, {
    method: 'POST',
    headers: { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' },
    body: new URLSearchParams({ down: 'on' }),
  });
  expect(answer.status).toBe(403);
});
