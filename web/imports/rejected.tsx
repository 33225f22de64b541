import type { RejectionReason } from '#domain/imports/read-row.ts';
import { LinkButton } from '../kit/button.tsx';
import { Section } from '../kit/section.tsx';
import { Table } from '../kit/table.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

export interface ShownRejection {
  number: number;
  reason: RejectionReason;
  /** What stands in the row, cell after cell. */
  line: string;
}

interface RejectedProps {
  ui: SeatedUi;
  runId: string;
  rejected: readonly ShownRejection[];
  total: number;
  mayDownload: boolean;
}

/** The first rejected rows, each with its reason and what would help; all of them are in the CSV. */
export const RejectedTable = ({ ui, runId, rejected, total, mayDownload }: RejectedProps) => {
  const words = ui.t.imports.progress;
  const download = total > 0 && mayDownload && (
    <LinkButton icon="download" href={paths.rejectedRows(runId)} download>
      {words.download(total)}
    </LinkButton>
  );
  return (
    <Section id="rejected" title={words.rejectedTitle} acts={download}>
      {total === 0 ? (
        <p class="muted">{words.rejectedNone}</p>
      ) : (
        <>
          <Table
            ui={ui}
            label={words.rejectedTable}
            close
            columns={[
              { label: words.row, figures: true },
              { label: words.line },
              { label: words.why },
              { label: words.cure },
            ]}
          >
            {rejected.map(({ number, reason, line }) => (
              <tr>
                <td class="n">{ui.format.number(number)}</td>
                <td class="rejected-line">
                  <code>{line}</code>
                </td>
                <td>{ui.t.imports.rejections[reason].why}</td>
                <td>{ui.t.imports.rejections[reason].cure}</td>
              </tr>
            ))}
          </Table>
          {total > rejected.length && (
            <p class="muted after">{words.more(total - rejected.length)}</p>
          )}
        </>
      )}
    </Section>
  );
};
