import { foreign, own, type Entry } from '../entry.ts';

const needs = 'sequence.write';

/** What every change of a draft says of the draft that it was made on. */
const basis = { revision: '0', page: 'somewhere' };
const sequence = { id: 'sequence' } as const;
const step = { id: 'sequence', stepId: 'step' } as const;
const version = { id: 'sequence', number: '=1' } as const;

/** The designer of sequences. */
export const sequences: Record<string, Entry> = {
  'GET /sequences': own(),
  'GET /sequences/new': own({ needs }),
  'POST /sequences': own({ needs, form: { name: 'Ours' } }),
  'GET /sequences/:id': foreign(sequence),
  'GET /sequences/:id/news': foreign(sequence),
  'GET /sequences/:id/counts': foreign(sequence),
  'GET /sequences/:id/changes': foreign(sequence),
  'GET /sequences/:id/name': foreign(sequence, { needs }),
  'POST /sequences/:id/name': foreign(sequence, { needs, form: { name: 'Borrowed' } }),
  'POST /sequences/:id/copies': foreign(sequence, { needs }),
  'POST /sequences/:id/archive': foreign(sequence, { needs }),
  'DELETE /sequences/:id/archive': foreign(sequence, { needs }),
  'POST /sequences/:id/undo': foreign(sequence, { needs, form: basis }),
  'POST /sequences/:id/redo': foreign(sequence, { needs, form: basis }),

  'GET /sequences/:id/versions/new': foreign(sequence, { needs }),
  'POST /sequences/:id/versions': foreign(sequence, { needs, form: { ...basis, note: '' } }),
  'GET /sequences/:id/versions/:number': foreign(version),
  'POST /sequences/:id/versions/:number/restore': foreign(version, { needs, form: basis }),

  'POST /sequences/:id/steps': foreign(sequence, {
    needs,
    form: { ...basis, kind: 'message', after: '' },
  }),
  'GET /sequences/:id/steps/:stepId': foreign(step),
  'POST /sequences/:id/steps/:stepId': foreign(step, {
    needs,
    form: { ...basis, kind: 'message', text: 'Borrowed' },
  }),
  'DELETE /sequences/:id/steps/:stepId': foreign(step, { needs }),
  'GET /sequences/:id/steps/:stepId/move': foreign(step, { needs }),
  'POST /sequences/:id/steps/:stepId/move': foreign(step, { needs, form: { ...basis, after: '' } }),
  'POST /sequences/:id/steps/:stepId/copies': foreign(step, { needs, form: basis }),
  'GET /sequences/:id/steps/:stepId/preview': foreign(step, {
    bodies: ({ sequenceId }, { contact }) => [
      { path: `/sequences/${sequenceId}/steps/st-first-note/preview?as=${contact}` },
    ],
  }),
  // It lists one's own people; the sequence only stands in the links back.
  'GET /sequences/:id/steps/:stepId/readers': own({
    path: '/sequences/any/steps/any/readers?q=Verhaegen',
  }),
  'POST /sequences/:id/steps/:stepId/tests': foreign(step, {
    needs,
    form: { number: '+16035550198' },
    bodies: ({ sequenceId }, { contact }) => [
      {
        path: `/sequences/${sequenceId}/steps/st-first-note/tests`,
        form: { number: '+16035550198', as: contact },
      },
    ],
  }),
  'GET /sequences/:id/steps/:stepId/tests/:sendId': foreign(
    { ...step, sendId: 'send' },
    {
      bodies: ({ sequenceId }, { send }) => [
        { path: `/sequences/${sequenceId}/steps/st-first-note/tests/${send}` },
      ],
    },
  ),
};
