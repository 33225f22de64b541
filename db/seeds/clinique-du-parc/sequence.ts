import type { Block } from '#domain/sequences/step.ts';

export const recall: { name: string; blocks: Block[] } = {
  name: 'Rappel de contrôle dentaire',
  blocks: [
    {
      id: 'st-rappel',
      kind: 'message',
      channel: 'sms',
      title: 'Rappel',
      variants: [
        {
          id: 'va-rappel',
          text: 'Bonjour {{ first_name }}, votre contrôle annuel est à prévoir. Répondez OUI pour un rendez-vous.',
        },
      ],
    },
    { id: 'st-semaine', kind: 'wait', amount: 7, unit: 'days' },
    {
      id: 'st-relance',
      kind: 'message',
      channel: 'sms',
      title: 'Relance',
      variants: [
        { id: 'va-relance', text: 'Il reste des places en fin de mois à la Clinique du Parc.' },
      ],
    },
  ],
};
