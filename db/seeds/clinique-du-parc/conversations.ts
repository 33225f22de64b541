import type { Exchange } from '../exchange.ts';

export const exchanges: Exchange[] = [
  {
    phone: '+13055550101',
    assignee: 'lien',
    lines: [
      {
        kind: 'out',
        by: 'lien',
        ago: 300,
        text: 'Bonjour Amandine, votre séance de mercredi est confirmée.',
      },
      {
        kind: 'in',
        ago: 40,
        picture: 'gutter',
        text: 'Merci, voici mon ordonnance du docteur Quinet.',
      },
      { kind: 'note', by: 'lien', ago: 35, text: 'Ordonnance à scanner avant la séance.' },
    ],
  },
];
