import { expect } from 'vitest';
import { phoneText } from '#domain/contacts/phone-text.ts';
import type { Desk } from './desk.ts';

/** Says on the page of a number that the provider answers its keywords. */
export async function letTheProviderConfirm({ page, go }: Desk, number: string): Promise<void> {
  await go('/senders');
  await page.click(`th a:has-text("${phoneText(number)}")`);
  await page.selectOption('#sender-form [name=confirms]', 'provider');
  await page.click('#sender-form [type=submit]');
  const line = `tr:has-text("${phoneText(number)}") td:text-is("provider")`;
  await page.waitForSelector(line, { state: 'attached' }); // the column gives way to the open form
}

/** The account is tried on the provider, and the page hears the verdict by itself. */
export async function expectCredentialsHold({ page, go }: Desk): Promise<void> {
  await go('/senders/accounts');
  await page.click('form[action$="/test"] button');
  await page.waitForSelector('.account .facts .is-ok');
  expect(await page.locator('.account .facts .is-danger').count()).toBe(0);
}
