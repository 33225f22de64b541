import { foreign, own, type Entry } from '../entry.ts';

/** Conversations. */
export const inbox: Record<string, Entry> = {
  // The inbox
  'GET /inbox': own({
    bodies: (_, { conversation }) => [{ path: `/inbox?before=${conversation}` }],
  }),
  'GET /inbox/list': own({
    bodies: (_, { conversation }) => [
      { path: `/inbox/list?open=${conversation}&held=${conversation}&rows=80` },
    ],
  }),
  'GET /inbox/:id': foreign({ id: 'conversation' }),
  'GET /inbox/:id/thread': foreign(
    { id: 'conversation' },
    {
      bodies: ({ conversations }, { interaction }) => [
        { path: `/inbox/${conversations[0]!.id}/thread?before=${interaction}` },
      ],
    },
  ),
  'GET /inbox/:id/pictures/:picture': foreign(
    { id: 'conversation', picture: 'attachment' },
    {
      bodies: ({ conversations }, { attachment }) => [
        { path: `/inbox/${conversations[0]!.id}/pictures/${attachment}` },
      ],
    },
  ),
  'GET /inbox/:id/calls/:call/transcript': foreign(
    { id: 'conversation', call: 'interaction' },
    {
      bodies: ({ conversations }, { interaction }) => [
        { path: `/inbox/${conversations[0]!.id}/calls/${interaction}/transcript` },
      ],
    },
  ),
  'POST /inbox/:id/replies': foreign(
    { id: 'conversation' },
    {
      needs: 'inbox.write',
      form: { body: 'Hello there' },
      bodies: ({ conversations }, { sender, address, interaction }) => [
        {
          path: `/inbox/${conversations[0]!.id}/replies`,
          form: { body: 'Hello', sender, to: address, seen: interaction },
        },
      ],
    },
  ),
  'POST /inbox/:id/retries': foreign(
    { id: 'conversation' },
    {
      needs: 'inbox.write',
      form: { message: 'b0f0c0de-0000-4000-8000-000000000000' },
      bodies: ({ conversations }, { interaction }) => [
        { path: `/inbox/${conversations[0]!.id}/retries`, form: { message: interaction } },
      ],
    },
  ),
  // It counts the text of the form and reads nothing.
  'POST /inbox/:id/segments': own({ needs: 'inbox.write' }),
  'POST /inbox/:id/assignee': foreign(
    { id: 'conversation' },
    {
      needs: 'inbox.write',
      form: { to: '' },
      bodies: ({ conversations }, { user }) => [
        { path: `/inbox/${conversations[0]!.id}/assignee`, form: { to: user } },
      ],
    },
  ),
  'POST /inbox/:id/snooze': foreign(
    { id: 'conversation' },
    { needs: 'inbox.write', form: { preset: 'tomorrow' } },
  ),
  'POST /inbox/:id/done': foreign({ id: 'conversation' }, { needs: 'inbox.write' }),
  'POST /inbox/:id/reopening': foreign({ id: 'conversation' }, { needs: 'inbox.write' }),
  // A reader's own mark: what is not there is passed over without a word.
  'POST /inbox/:id/read': own({
    bodies: ({ conversations }, { conversation, interaction }) => [
      { path: `/inbox/${conversation}/read`, form: { seen: interaction } },
      { path: `/inbox/${conversations[0]!.id}/read`, form: { seen: interaction } },
    ],
  }),
  'DELETE /inbox/:id/read': own({
    bodies: (_, { conversation }) => [{ path: `/inbox/${conversation}/read` }],
  }),
};
