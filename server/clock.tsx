import { Hono } from 'hono';
import { z } from 'zod';
import { moveClock, walksThatWait } from '#db/clock-moves.ts';
import { clockMoveMs, clockMoves, type ClockMove } from '#domain/clock/moves.ts';
import { ClockPage, NoClockPage } from '#web/clock/clock-page.tsx';
import { paths } from '#web/paths.ts';
import type { AppDeps, AppEnv } from './context.ts';
import { conflict } from './http/errors.tsx';
import { parseForm } from './http/parse-form.ts';
import { moveTo, respond } from './http/respond.tsx';
import { allow } from './session/allow.ts';

const schema = z.object({ order: z.uuid(), move: z.enum(clockMoves) });

/** The clock of a sandbox workspace. */
export function clockRoutes({ database }: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/clock', async (c) => {
      const { ui, workspace, em } = c.var;
      if (workspace.mode === 'live') return respond(c, { full: <NoClockPage ui={ui} /> });
      const waiting = await walksThatWait(em, workspace.id);
      const leads = whereItLeads(ui.now, workspace.zone);
      return respond(c, { full: <ClockPage ui={ui} leads={leads} waiting={waiting} /> });
    })
    .post('/clock', allow('clock.move'), async (c) => {
      const { ui, seat, workspace } = c.var;
      const posted = await parseForm(c, schema);
      if (!posted.ok) return conflict(c, ui.t.errors.notUnderstood);
      const { order: orderId, move } = posted.value;
      const ms = clockMoveMs(move, ui.now.getTime(), workspace.zone);
      const { workspaceId, userId } = seat;
      const outcome = await database.transaction((em) =>
        moveClock(em, { orderId, workspaceId, userId, ms }),
      );
      return outcome === 'live' ? conflict(c, ui.t.clock.live.why) : moveTo(c, paths.clock());
    });
}

function whereItLeads(now: Date, zone: string): Record<ClockMove, Date> {
  const to = (move: ClockMove) => new Date(now.getTime() + clockMoveMs(move, now.getTime(), zone));
  return { hour: to('hour'), tomorrow: to('tomorrow'), 'three-days': to('three-days') };
}
