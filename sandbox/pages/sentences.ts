/** Every sentence of the page in one place; the sandbox speaks English only. */
export const sentences = {
  title: 'Sandbox phones · Throughline',
  skip: 'Skip to the phones',
  place: 'Provider sandbox',
  openApp: 'Open Throughline',
  openInbox: 'Inbox',
  bannerName: 'Sandbox.',
  banner:
    'No message leaves this machine. The phones and their providers live here; Throughline reaches them as it would in earnest.',
  heading: 'Phones',
  intro: 'Play the other side. What you write here arrives in the inbox as it would in earnest.',
  openPhoneLabel: 'A phone’s number',
  openPhonePlaceholder: 'Any number',
  openPhone: 'Open phone',
  accepted: (count: number) =>
    `${count.toLocaleString('en-US')} ${count === 1 ? 'message' : 'messages'} accepted`,
  listHeading: 'Phones with messages',
  listMore: (count: number) =>
    `And ${count.toLocaleString('en-US')} more: type a number to open one.`,
  unread: (count: number) => `${count} not read`,
  noPhones:
    'No phone has heard from Throughline yet. A message sent from the app appears here a second later; or type any number above and write first.',
  noPhone: 'Pick a phone from the list, or type any number above.',
  nothingShown: 'Nothing on this phone yet.',
  screen: (name: string) => `Messages on the phone ${name}`,
  picture: 'A picture of a house, sent from this phone',
  pictureFromUs: (count: number) => (count === 1 ? 'with a picture' : `with ${count} pictures`),
  from: (number: string) => `from ${number}`,
  to: (number: string) => `to ${number}`,
  byProvider: 'sent by the provider itself',
  writeTo: 'Writes to',
  atQuo: (number: string) => `${number} · Quo`,
  call: (status: string, seconds: number) =>
    seconds > 0 ? `Call, ${status}, ${seconds} s` : `Call, ${status}`,
  composer: (name: string) => `Write as ${name}`,
  placeholder: 'Write as this person',
  send: (name: string) => `Send as ${name}`,
  quick: 'Quick answers',
  quickAnswers: ['STOP', 'START', 'HELP', 'Yes, Thursday works'],
  sendPicture: 'Send a picture',
  noNumbers:
    'No account has numbers here yet, so there is nobody to write to. The app’s demo workspace brings its own.',
  badNumber: (typed: string) =>
    `“${typed}” is not a phone number. Write ten digits for the United States, or a plus sign and the country code.`,
  faults: 'Make the providers misbehave',
  faultsHint: 'A switch works at once. A restart of the sandbox switches everything off.',
  faultsApply: 'Apply',
  how: 'Each switch is an HTTP call too',
  clock: 'Clock',
  clockText:
    'The sandbox workspace has a clock of its own. Move it in the app, where you are signed in: an hour, to tomorrow 9:00, or three days.',
  clockLink: 'Move the clock',
} as const;
