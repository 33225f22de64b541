import { hx } from '../hx.ts';
import { Banner } from '../kit/banner.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { HistoryRun, HistoryView } from './history-run.ts';

/** What somebody must know first: why it stands still, what it waits for, that it is over. */
export const Verdict = ({ ui, view }: { ui: SeatedUi; view: HistoryView }) => {
  const { run, mayWrite } = view;
  const words = ui.t.history.run;
  switch (run.state) {
    case 'failed':
      return (
        <Banner tone="danger" role="alert" acts={mayWrite && <Cure ui={ui} run={run} />}>
          {words.failures[run.failure ?? 'account-gone']}
        </Banner>
      );
    case 'paused':
      return (
        <Banner tone="warn" icon="pause" role="status">
          {run.pausedBy ? words.pausedBy(run.pausedBy) : words.paused}
        </Banner>
      );
    case 'cancelled':
      return (
        <Banner
          acts={
            mayWrite && (
              <LinkButton href={paths.newHistoryImport(run.accountId)}>{words.again}</LinkButton>
            )
          }
        >
          {words.cancelled}
        </Banner>
      );
    case 'running':
      return run.waitsFor ? (
        <Banner tone="warn" icon="wait" role="status">
          {words.waits[run.waitsFor]}
        </Banner>
      ) : null;
    case 'complete':
      return null;
  }
};

/** What helps against a failure; then the import may go on. */
const Cure = ({ ui, run }: { ui: SeatedUi; run: HistoryRun }) => {
  const words = ui.t.history.run;
  if (run.failure === 'account-gone' || run.failure === null) {
    return <LinkButton href={paths.accounts()}>{words.accounts}</LinkButton>;
  }
  return (
    <Button icon="key" {...hx({ get: paths.accountToken(run.accountId), swap: 'none' })}>
      {words.replaceKey}
    </Button>
  );
};
