import type { ExclusionReason } from '#domain/campaigns/exclusion.ts';
import { Rich } from '../kit/rich.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { ReasonTable } from './reason-table.tsx';

export interface ReachProps {
  matching: number;
  people: number;
  excluded: readonly { reason: ExclusionReason; count: number }[];
  sample: readonly { contactId: string; name: string; place: string }[];
}

/** The live count beside the form: who would get it, who not and why, and some of them. */
export const ReachSummary = ({ ui, reach }: { ui: SeatedUi; reach: ReachProps }) => {
  const t = ui.t.campaigns;
  return (
    <section id="reach" class="stack-4" aria-live="polite" aria-label={t.setUp.reach}>
      <p class="reach-count">
        <Rich text={t.setUp.count(reach.people, reach.matching)} />
      </p>
      {reach.excluded.length > 0 && (
        <ReasonTable ui={ui} label={t.whoNot} reasons={reach.excluded} />
      )}
      {reach.sample.length > 0 && (
        <div class="stack">
          <h3>{t.setUp.sample}</h3>
          <ul class="stack small">
            {reach.sample.map(({ contactId, name, place }) => (
              <li>
                <a href={paths.contact(contactId)}>{name}</a> <span class="muted">{place}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
};
