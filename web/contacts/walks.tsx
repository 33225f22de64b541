import { Section } from '../kit/section.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

export interface ShownWalk {
  id: string;
  campaignId: string;
  campaignName: string;
  state: 'excluded' | 'enrolled' | 'walking' | 'ended';
  dueAt: Date | null;
}

/** The campaigns that a person is or was in. */
export const Walks = ({ ui, walks }: { ui: SeatedUi; walks: readonly ShownWalk[] }) => {
  const words = ui.t.contacts.page;
  return (
    <Section id="walks" title={words.campaigns}>
      {walks.length === 0 ? (
        <p class="muted">{words.noCampaigns}</p>
      ) : (
        <ul class="plain-list">
          {walks.map((walk) => (
            <li>
              <a href={paths.membership(walk.id)}>{walk.campaignName}</a>{' '}
              <span class="muted">
                {words.walks[walk.state]}
                {walk.dueAt &&
                  walk.state === 'walking' &&
                  ` · ${words.next(ui.format.moment(walk.dueAt))}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};
