import { expect } from 'vitest';
import type { Desk } from './desk.ts';

export const gutters = 'Gutters before winter';

/** Two notes, two days apart; then the walk comes to its exit. */
const notes = {
  first:
    'Hi {naam|there}, Dana from Alder & Tide. We clean gutters on your street next week. Shall I put you down? Reply STOP to opt out.',
  second: 'Two mornings are left next week, {naam|neighbour}. Shall I keep one for you?',
};

/** Writes a sequence in the designer, reads it as somebody gets it, and publishes it. */
export async function writeTheSequence(desk: Desk): Promise<void> {
  const { page, go } = desk;
  await go('/sequences/new');
  await page.fill('[name=name]', gutters);
  await page.click('#new-sequence [type=submit]');
  await page.waitForSelector('#designer');

  await insert(desk, 'message');
  await cannotBePublished(desk);
  await page.fill('[name=text]', 'Hi {namm|there}, we are near. Reply STOP to opt out.');
  await page.waitForSelector('#own-issues li');
  await cannotBePublished(desk);
  await page.fill('[name=text]', notes.first);
  await page.waitForSelector('.sms-bubble:has-text("Dana from Alder & Tide")');
  expect(await page.innerText('.sms-bubble')).toMatch(/^Hi \S/);
  expect(await page.innerText('#preview .facts')).toMatch(/segment[\s\S]*GSM-7[\s\S]*\$/);

  await insert(desk, 'wait');
  await page.fill('[name=amount]', '2');
  await page.selectOption('[name=unit]', 'days');
  await page.waitForSelector('.step h3:has-text("2 days")');
  await insert(desk, 'message');
  await page.fill('[name=text]', notes.second);
  await page.waitForSelector('.sms-bubble:has-text("Two mornings")');
  await insert(desk, 'exit');
  await page.fill('[name=label]', 'No answer');
  await page.waitForSelector('.step h3:has-text("No answer")');
  await publish(desk);
}

/** Puts a step at the end of the line; it opens beside it. */
async function insert({ page }: Desk, kind: 'message' | 'wait' | 'exit'): Promise<void> {
  const steps = await page.locator('.step').count();
  await page.locator('.plus').last().click();
  await page.click(`#insert button[value=${kind}]`);
  await expect.poll(() => page.locator('.step').count()).toBe(steps + 1);
  await page.waitForSelector('.drawer:visible form[id^=form-]');
}

async function cannotBePublished({ page }: Desk): Promise<void> {
  expect(await page.getAttribute('#publish', 'aria-disabled')).toBe('true');
}

async function publish({ page }: Desk): Promise<void> {
  await page.waitForSelector('#publish:not([aria-disabled])');
  await page.click('#publish');
  await page.click('#modal[open] [form=publish-form]');
  await page.waitForSelector('.ver a:has-text("Version 1")');
}
