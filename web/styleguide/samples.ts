// People and numbers of the fiction, as a workspace would hold them.
export const people = ['Ruth Halloran', 'Curtis Moody', 'Ana Tavares'] as const;
export const colleague = 'Maren Okafor';
export const campaign = 'Ice dams, November';
export const ourNumber = '(603) 555-0161';

export const samples = {
  asked: 'Hi Ruth, Maren at Alder & Tide. Shall we look at the roof edge before the snow?',
  replied: 'Could someone come Thursday morning?\nThe north side dripped last January.',
  note: 'Mornings only, and there is a dog in the yard: call from the gate.',
};

/** Every text of the samples, so that the test of literals knows them for data. */
export const sampleTexts: readonly string[] = [
  ...people,
  colleague,
  campaign,
  ourNumber,
  ...Object.values(samples),
  'maren@aldertide.example',
  'Alder & Tide',
];
