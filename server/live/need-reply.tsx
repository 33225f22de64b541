import { needReply } from '#db/need-reply.ts';
import { Count } from '#web/kit/count.tsx';
import { Partial } from '#web/kit/partial.tsx';
import type { LiveRenderer } from './renderers.ts';

/** How many people wait for an answer: the counter in the menu of every page. */
export const needReplyCount: LiveRenderer = {
  topic: 'inbox',
  shareBy: ({ ui }) => ui.locale,
  render: async (_events, { seat, ui }, database) => {
    const n = await needReply(database.fork(), seat.workspaceId);
    const region = (
      <Partial target="#need-reply" swap="outerMorph">
        <Count ui={ui} id="need-reply" n={n} of={ui.t.shell.needReply(n)} />
      </Partial>
    );
    return String(await region);
  },
};
