import type { Context } from 'hono';
import type { SequenceDraft } from '#db/sequences/draft.ts';
import type { AppEnv } from '#server/context.ts';
import { fragment } from '#server/http/respond.tsx';
import { ToastPartial } from '#web/kit/toast.tsx';
import { Designer } from '#web/sequences/designer-page.tsx';
import { designerOf, type View } from './load-designer.ts';

/** The designer as it stands after a command. */
export async function designerAnswer(
  c: Context<AppEnv>,
  draft: SequenceDraft,
  page: string,
  view: View,
): Promise<Response> {
  const sequence = await designerOf(c, draft, view, page);
  return fragment(c, <Designer ui={c.var.ui} sequence={sequence} />);
}

/** Nothing was done, because the draft is another one by now: here it is, and why. */
export async function staleAnswer(
  c: Context<AppEnv>,
  draft: SequenceDraft,
  page: string,
  why: string,
): Promise<Response> {
  const sequence = await designerOf(c, draft, {}, page);
  const { ui } = c.var;
  return fragment(
    c,
    <>
      <Designer ui={ui} sequence={sequence} />
      <ToastPartial dismiss={ui.t.shell.dismiss} stayMs={12_000}>
        {why}
      </ToastPartial>
    </>,
    409,
  );
}
