import type { Block } from '#domain/sequences/step.ts';

/** Three notes about storm windows over nine days; whoever answers has nothing more to wait for. */
export const stormWindows: { name: string; blocks: Block[] } = {
  name: 'Storm windows before winter',
  blocks: [
    {
      id: 'st-first-note',
      kind: 'message',
      channel: 'sms',
      title: 'First note',
      variants: [
        {
          id: 'va-first-note',
          text: 'Hi {{ first_name | default: "there" }}, it is Dana at Alder & Tide. We fit storm windows on your street before the cold comes. May I send you a price for yours? Reply STOP to opt out.',
        },
      ],
    },
    { id: 'st-three-days', kind: 'wait', amount: 3, unit: 'days' },
    {
      id: 'st-reminder',
      kind: 'message',
      channel: 'sms',
      title: 'Reminder',
      variants: [
        {
          id: 'va-reminder',
          text: '{{ first_name | default: "Hello" }}, two fitting days are left in {{ city | default: "your town" }} this month. Shall I keep a morning for you?',
        },
      ],
    },
    { id: 'st-six-days', kind: 'wait', amount: 6, unit: 'days' },
    { id: 'st-ten', kind: 'wait-until', hour: 10, minute: 0, days: [1, 2, 3, 4, 5] },
    {
      id: 'st-last-note',
      kind: 'message',
      channel: 'sms',
      title: 'Last note',
      variants: [
        {
          id: 'va-last-note',
          text: 'Last note from Alder & Tide: the offer for storm windows stands until the end of the month. A word is enough and we come and measure.',
        },
      ],
    },
    { id: 'st-no-answer', kind: 'exit', label: 'No answer' },
  ],
};
