import { v7 } from 'uuid';
import { historyOrders, type HistoryOrder } from '#domain/history/run.ts';
import { hx } from '../hx.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { FormErrors } from '../kit/form-errors.tsx';
import type { FormState } from '../kit/form-state.ts';
import { OrderField } from '../kit/order-field.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { HistoryRun } from './history-run.ts';
import { Speed } from './new-page.tsx';

interface Props {
  ui: SeatedUi;
  run: HistoryRun;
}

// The answer names its regions, and a refusal has none.
const given = { swap: 'none', disable: 'this' } as const;

/** Buttons for what may be ordered now, and for nothing else. */
export const HistoryOrders = ({ ui, run }: Props) => {
  const words = ui.t.history.orders;
  const allowed = new Set<HistoryOrder>(historyOrders(run));
  const vals = { order: v7() };
  return (
    <>
      {allowed.has('speed') && (
        <Button quiet {...hx({ get: paths.historySpeed(run.id), swap: 'none' })}>
          {words.speed}
        </Button>
      )}
      {allowed.has('pause') && (
        <Button icon="pause" {...hx({ post: paths.pauseHistory(run.id), vals, ...given })}>
          {words.pause}
        </Button>
      )}
      {allowed.has('resume') && (
        <Button icon="resume" {...hx({ delete: paths.pauseHistory(run.id), vals, ...given })}>
          {words.resume}
        </Button>
      )}
      {allowed.has('cancel') && (
        <Button quiet {...hx({ get: paths.cancelHistory(run.id), swap: 'none' })}>
          {words.cancel}
        </Button>
      )}
    </>
  );
};

/** Orders about the proof; they stand beside its verdict. */
export const ProofOrders = ({ ui, run }: Props) => {
  const words = ui.t.history.orders;
  const allowed = new Set<HistoryOrder>(historyOrders(run));
  return (
    <>
      {allowed.has('repair') && run.holes > 0 && (
        <Button
          icon="merge"
          {...hx({ post: paths.historyRepairs(run.id), vals: { order: v7() }, ...given })}
        >
          {words.repair}
        </Button>
      )}
      {allowed.has('prove') && (
        <Button
          icon="compare"
          quiet={run.holes > 0}
          {...hx({ post: paths.historyProofs(run.id), vals: { order: v7() }, ...given })}
        >
          {words.prove}
        </Button>
      )}
    </>
  );
};

/** Asks before an import is ended for good; a pause is the milder way. */
export const CancelDialog = ({ ui, run }: Props) => {
  const t = ui.t.history.orders;
  const cancel = paths.cancelHistory(run.id);
  return (
    <Dialog
      title={t.cancelTitle(run.accountName)}
      close={ui.t.common.close}
      acts={
        <>
          <Button danger primary type="submit" form="cancel-history">
            {t.cancelAct}
          </Button>
          {run.state === 'running' && (
            <Button
              {...hx({ post: paths.pauseHistory(run.id), vals: { order: v7() }, ...given })}
              data-close-dialog
            >
              {t.pauseInstead}
            </Button>
          )}
          <Button quiet class="push" data-close-dialog>
            {t.goOn}
          </Button>
        </>
      }
    >
      <form
        id="cancel-history"
        method="post"
        action={cancel}
        {...hx({ post: cancel, swap: 'none' })}
      >
        <OrderField />
        <p>{t.cancelWhy(run.conversations, run.messages, run.calls)}</p>
      </form>
    </Dialog>
  );
};

/** Another pace, from the next request on. */
export const SpeedDialog = ({ ui, run, form }: Props & { form: FormState }) => {
  const t = ui.t.history.orders;
  const post = paths.historySpeed(run.id);
  return (
    <Dialog
      title={t.speedTitle}
      close={ui.t.common.close}
      acts={
        <Button primary type="submit" form="history-speed">
          {t.speedSave}
        </Button>
      }
    >
      <form
        id="history-speed"
        method="post"
        action={post}
        class="stack-4"
        {...hx({ post, swap: 'none' })}
      >
        <OrderField />
        <FormErrors ui={ui} form={form} labels={{ perSecond: ui.t.history.form.speed }} />
        <Speed ui={ui} form={form} />
      </form>
    </Dialog>
  );
};
