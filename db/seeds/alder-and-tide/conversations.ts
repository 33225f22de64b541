import type { Exchange } from '../exchange.ts';

const hour = 60;
const day = 24 * hour;

/** What stands in the inbox of the firm on a usual morning. */
export const exchanges: Exchange[] = [
  {
    phone: '+16035550101',
    assignee: 'dana',
    lines: [
      {
        kind: 'out',
        by: 'dana',
        ago: 6 * day,
        text: 'Hi Walt, Dana from Alder & Tide. The crew can come on Thursday for the gutters. Does 8 work?',
      },
      { kind: 'in', ago: 6 * day - 25, text: '8 is fine, I will move the truck.' },
      {
        kind: 'note',
        by: 'dana',
        ago: 6 * day - 30,
        text: 'North side has a loose bracket, bring the long ladder.',
      },
      {
        kind: 'in',
        ago: 95,
        text: 'Here is the corner that still drips after the rain last night.',
        picture: 'gutter',
      },
    ],
  },
  {
    phone: '+16035550102',
    lines: [
      {
        kind: 'out',
        by: 'maren',
        ago: 2 * day,
        text: 'Ruth, your deck boards have come in. We can start on Monday.',
      },
      { kind: 'in', ago: 50, text: 'Monday works! Will the dog be able to use the yard?' },
    ],
  },
  {
    phone: '+12075550103',
    assignee: 'dana',
    lines: [
      { kind: 'in', ago: 3 * day, text: 'Do you do slate roofs in Kittery?' },
      {
        kind: 'out',
        by: 'dana',
        ago: 3 * day - 12,
        text: 'We do, Tom. I can have someone look on Friday between 10 and 12.',
      },
      { kind: 'in', ago: 3 * day - 20, text: 'Friday it is.' },
      {
        kind: 'out',
        by: 'dana',
        ago: 3 * day - 22,
        text: 'Booked. You will hear from Sal on the way.',
      },
    ],
  },
  {
    phone: '+16035550104',
    lines: [
      {
        kind: 'in',
        ago: 22,
        text: 'Could I get a price for a 12 by 16 deck, cedar if you have it?',
      },
    ],
  },
  {
    phone: '+16035550106',
    assignee: 'dana',
    lines: [
      {
        kind: 'out',
        by: 'dana',
        ago: 26 * hour,
        text: 'Hannah, the glass for the hall window is here. When may we come?',
        state: 'undelivered',
      },
      { kind: 'note', by: 'dana', ago: 25 * hour, text: 'Text did not arrive, call her at work.' },
    ],
  },
  {
    phone: '+16035550108',
    lines: [
      {
        kind: 'in',
        ago: 5 * hour,
        text: 'The flashing lifted again over the porch. No hurry, but before the snow please.',
      },
      { kind: 'note', by: 'sal', ago: 4 * hour, text: 'I pass there at 1 today and can look.' },
    ],
  },
  {
    phone: '+16035550114',
    closed: true,
    lines: [
      {
        kind: 'out',
        by: 'dana',
        ago: 9 * day,
        text: 'Henrik, how is the new deck after the first frost?',
      },
      { kind: 'in', ago: 9 * day - 40, text: 'Solid. Best thing we did this year.' },
      { kind: 'out', by: 'dana', ago: 9 * day - 45, text: 'Glad to hear it. Enjoy!' },
    ],
  },
  {
    phone: '+19785550112',
    lines: [
      {
        kind: 'in',
        ago: 8,
        text: 'Hola, do you still have a morning free this week for the storm windows?',
      },
    ],
  },
  {
    phone: '+16035550126',
    closed: true,
    assignee: 'maren',
    lines: [
      {
        kind: 'out',
        by: 'maren',
        ago: 30 * hour,
        text: 'Gus, the invoice for the roof is in the post. Anything unclear, write here.',
      },
      { kind: 'in', ago: 29 * hour, text: 'All clear, thank you Maren.' },
      { kind: 'out', by: 'maren', ago: 29 * hour - 5, text: 'Thank you, Gus.' },
    ],
  },
];
