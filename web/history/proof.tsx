import { phoneText } from '#domain/contacts/phone-text.ts';
import { Banner } from '../kit/banner.tsx';
import { LinkButton } from '../kit/button.tsx';
import { Section } from '../kit/section.tsx';
import { Table } from '../kit/table.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { DifferenceTable } from './differences.tsx';
import type { HistoryView, NumberTally } from './history-run.ts';
import { ProofOrders } from './orders.tsx';

/** Whether everything is here, number by number, and what is missing by its name. */
export const Proof = ({ ui, view }: { ui: SeatedUi; view: HistoryView }) => {
  const words = ui.t.history.proof;
  const { run, numbers, differences } = view;
  return (
    <Section
      id="proof"
      title={words.title}
      about={words.about}
      acts={view.mayWrite && <ProofOrders ui={ui} run={run} />}
    >
      <ProofVerdict ui={ui} view={view} />
      {numbers.length > 0 && (
        <>
          <h3 class="after">{words.numbers}</h3>
          <NumberTable ui={ui} numbers={numbers} />
        </>
      )}
      {differences.total > 0 && (
        <>
          <h3 class="after">{words.differing}</h3>
          <DifferenceTable ui={ui} differences={differences.differences} />
          <p class="row after">
            {differences.total > differences.differences.length && (
              <a href={paths.historyDifferences(run.id)}>{words.all(differences.total)}</a>
            )}
            <LinkButton quiet icon="download" href={paths.historyHoles(run.id)} download>
              {words.download}
            </LinkButton>
          </p>
        </>
      )}
    </Section>
  );
};

const ProofVerdict = ({ ui, view: { run, compared } }: { ui: SeatedUi; view: HistoryView }) => {
  const words = ui.t.history.proof;
  if (run.state === 'running' && run.phase === 'proof') {
    return <p>{words.running(compared, run.conversationsTotal)}</p>;
  }
  if (!run.proof || !run.provedAt) return <p class="muted">{words.notYet}</p>;
  if (run.proof === 'whole') {
    return (
      <Banner tone="ok" role="status">
        {words.whole(run.provedAt)}
      </Banner>
    );
  }
  return (
    <Banner tone="warn" role="status">
      {run.holes > 0 ? words.holes(run.holes, run.provedAt) : words.mended(run.provedAt)}
    </Banner>
  );
};

const NumberTable = ({ ui, numbers }: { ui: SeatedUi; numbers: readonly NumberTally[] }) => {
  const words = ui.t.history.proof;
  return (
    <Table
      ui={ui}
      label={words.numbersLabel}
      close
      columns={[
        { label: words.number },
        { label: words.conversations, figures: true },
        { label: words.messagesTheirs, figures: true },
        { label: words.messagesOurs, figures: true },
        { label: words.callsTheirs, figures: true },
        { label: words.callsOurs, figures: true },
      ]}
    >
      {numbers.map((tally) => (
        <tr>
          <th scope="row">
            {tally.value ? phoneText(tally.value) : words.unknownNumber}
            {tally.name && <span class="muted"> {tally.name}</span>}
          </th>
          <Tally ui={ui} tally={tally} />
        </tr>
      ))}
      {numbers.length > 1 && (
        <tr>
          <th scope="row">{words.total}</th>
          <Tally ui={ui} tally={sum(numbers)} />
        </tr>
      )}
    </Table>
  );
};

type Counts = Omit<NumberTally, 'value' | 'name'>;

const Tally = ({ ui, tally }: { ui: SeatedUi; tally: Counts }) => {
  const { number } = ui.format;
  const ours = (mine: number, theirs: number) => (mine < theirs ? 'n is-warn' : 'n');
  return (
    <>
      <td class="n">{number(tally.conversations)}</td>
      <td class="n">{number(tally.messagesTheirs)}</td>
      <td class={ours(tally.messagesOurs, tally.messagesTheirs)}>{number(tally.messagesOurs)}</td>
      <td class="n">{number(tally.callsTheirs)}</td>
      <td class={ours(tally.callsOurs, tally.callsTheirs)}>{number(tally.callsOurs)}</td>
    </>
  );
};

function sum(numbers: readonly NumberTally[]): Counts {
  const of = (name: keyof Counts) => numbers.reduce((total, tally) => total + tally[name], 0);
  return {
    conversations: of('conversations'),
    messagesTheirs: of('messagesTheirs'),
    messagesOurs: of('messagesOurs'),
    callsTheirs: of('callsTheirs'),
    callsOurs: of('callsOurs'),
  };
}
