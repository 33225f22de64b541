import { describe, expect, it } from 'vitest';
import { readForm } from '#domain/twilio/form.ts';
import { messageKeys, statusKeys } from '#domain/twilio/keys.ts';
import { formOfStatus, formOfText, type Listed } from '#domain/twilio/listed.ts';
import { readMessage } from '#domain/twilio/message.ts';
import { readStatus } from '#domain/twilio/status.ts';

const account = `AC${'0'.repeat(32)}`;
const listed: Listed = {
  sid: `SM${'1'.repeat(32)}`,
  direction: 'in',
  from: '+16175550101',
  to: '+16035550161',
  body: 'Stop & "thanks" é\n',
  status: 'received',
  createdAt: new Date('2026-11-20T12:00:00Z'),
  updatedAt: new Date('2026-11-20T12:00:00Z'),
  errorCode: null,
  segments: '1',
  price: null,
  files: 0,
};

describe('what the list tells is read as its webhook would have been', () => {
  it('a text, at the end of the second in which it was written', () => {
    const file = { url: 'https://api.twilio.com/Media/ME1', contentType: 'image/png' };
    const read = readMessage(readForm(formOfText(account, listed, [file])), account);
    expect(read).toEqual({
      kind: 'understood',
      value: {
        providerId: listed.sid,
        from: '+16175550101',
        to: '+16035550161',
        channel: 'sms',
        body: 'Stop & "thanks" é\n',
        pictures: [{ sourceUrl: file.url, contentType: 'image/png' }],
        optOutType: null,
        at: new Date('2026-11-20T12:00:00.999Z'),
        late: true,
      },
    });
  });

  it('a text by WhatsApp', () => {
    const whatsapp = { ...listed, from: 'whatsapp:+16175550101', to: 'whatsapp:+16035550161' };
    const read = readMessage(readForm(formOfText(account, whatsapp, [])), account);
    expect(read).toMatchObject({ value: { from: '+16175550101', channel: 'whatsapp' } });
  });

  it('how far a message of ours came, and why no further', () => {
    const failed = {
      ...listed,
      direction: 'out',
      status: 'undelivered',
      errorCode: 30003,
      price: '-0.00790',
    } as const;
    const form = readForm(formOfStatus(account, failed));
    const read = readStatus(form, account, '');
    expect(read).toEqual({
      kind: 'understood',
      value: {
        providerId: listed.sid,
        sendId: null,
        state: 'undelivered',
        errorCode: '30003',
        segments: 1,
        priceMicros: 7900,
      },
    });
  });
});

describe('what tells it from all others is what tells its webhook', () => {
  it('so that either of them is stored, never both', () => {
    const webhook = new URLSearchParams({
      MessageSid: listed.sid,
      AccountSid: account,
      From: listed.from,
      To: listed.to,
      Body: 'STOP',
    });
    const told = readMessage(readForm(webhook.toString()), account);
    const found = readMessage(
      readForm(formOfText(account, { ...listed, body: 'STOP' }, [])),
      account,
    );
    if (told.kind !== 'understood' || found.kind !== 'understood') throw new Error('unread');
    expect(messageKeys(found.value)).toEqual(messageKeys(told.value));
    expect(messageKeys(told.value)).toEqual({
      dedupeKey: listed.sid,
      orderKey: listed.from,
      keyword: 'stop',
    });
  });

  it('and of a status, that status', () => {
    const form = readForm(formOfStatus(account, { ...listed, direction: 'out', status: 'sent' }));
    const read = readStatus(form, account, '');
    if (read.kind !== 'understood') throw new Error('unread');
    expect(statusKeys(read.value, form).dedupeKey).toBe(`${listed.sid}:sent`);
  });
});
