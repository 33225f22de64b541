import type { ExclusionReason } from '#domain/campaigns/exclusion.ts';
import type { SeatedUi } from '../ui.ts';

interface Props {
  ui: SeatedUi;
  label: string;
  reasons: readonly { reason: ExclusionReason; count: number }[];
  /** Where the people behind a reason are listed. */
  href?: (reason: ExclusionReason) => string;
}

/** Reasons with their counts, most frequent first. */
export const ReasonTable = ({ ui, label, reasons, href }: Props) => {
  const t = ui.t.campaigns.review;
  if (reasons.length === 0) return <p>{t.nobodyExcluded}</p>;
  return (
    <table class="table close" aria-label={label}>
      <tbody>
        {reasons.map(({ reason, count }) => (
          <tr>
            <td>{href ? <a href={href(reason)}>{t.reasons[reason]}</a> : t.reasons[reason]}</td>
            <td class="n">{ui.format.number(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
