/** The form of a contact. */
export const edit = () => ({
  newTitle: 'Add a contact',
  title: (name: string) => `Edit ${name}`,
  mobile: 'Mobile number',
  email: 'E-mail address',
  tags: 'Tags',
  tagsHint: 'Separated by commas.',
  own: 'Fields of its own',
  amount: (key: string) => `${key}, amount`,
  currency: (key: string) => `${key}, currency`,
  newField: 'Name of one more field',
  newValue: 'Its value',
  create: 'Add contact',
  save: 'Save',
  needsSomething: 'Write a name, a company, a number or an e-mail address.',
  badPhone:
    'This is no number that can be reached. Write it with its country, such as +1 603 555 0123.',
  badEmail: 'Write a full e-mail address, such as dana@aldertide.example.',
  badAmount: 'Write an amount, such as 1250.00.',
  badCountry: 'Choose a country of the list.',
  hint: 'What you change by hand is never overwritten by an import.',
  stale:
    'Someone changed this contact while you were writing. What they wrote and what you wrote both stand below; save again to keep yours.',
  theirs: (value: string) => `Now: ${value}`,
  blank: 'blank',
});
