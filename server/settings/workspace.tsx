import { Hono } from 'hono';
import { z } from 'zod';
import { changeSettings } from '#db/access/workspaces.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { parseForm } from '#server/http/parse-form.ts';
import { fragment, moveTo, respond } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import { zones } from '#server/sign-in/zones.ts';
import { formOf } from '#web/kit/form-state.ts';
import { paths } from '#web/paths.ts';
import { WorkspaceForm, WorkspacePage } from '#web/settings/workspace-page.tsx';

const schema = (mode: 'sandbox' | 'live') =>
  z.object({
    order: z.uuid(),
    name: z.string().trim().min(1).max(100),
    zone: z.enum(zones),
    // The pseudo-language is for testing; nobody real meets it.
    locale: mode === 'sandbox' ? z.enum(['en-US', 'xx']) : z.literal('en-US'),
    supportContact: z
      .string()
      .trim()
      .max(100)
      .transform((text) => text || null),
    dailyLimit: z.coerce.number().int().min(1).max(1_000_000),
  });

/** What holds for everyone in the workspace. */
export function workspaceSettingsRoutes({ database }: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/settings', (c) => {
      const { ui, workspace } = c.var;
      const form = formOf({
        name: workspace.name,
        zone: workspace.zone,
        locale: workspace.locale,
        supportContact: workspace.supportContact ?? '',
        dailyLimit: String(workspace.dailyLimit),
      });
      return respond(c, { full: <WorkspacePage ui={ui} form={form} zones={zones} /> });
    })
    .post('/settings', allow('settings.write'), async (c) => {
      const { ui, seat, workspace } = c.var;
      const posted = await parseForm(c, schema(workspace.mode));
      if (!posted.ok) {
        return fragment(c, <WorkspaceForm ui={ui} form={posted.form} zones={zones} />, 422);
      }
      const { order: orderId, ...settings } = posted.value;
      await database.transaction((em) =>
        changeSettings(em, { orderId, by: seat.userId, workspaceId: seat.workspaceId, settings }),
      );
      return moveTo(c, paths.settings());
    });
}
