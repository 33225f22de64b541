import { LinkButton } from '../kit/button.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Section } from '../kit/section.tsx';
import { Skeleton } from '../kit/skeleton.tsx';
import type { SeatedUi } from '../ui.ts';

export const EmptySection = ({ ui }: { ui: SeatedUi }) => {
  const say = ui.t.styleguide.empty;
  return (
    <div class="stack-4">
      <Section id="empty" title={say.title}>
        <EmptyState title={say.head} act={<LinkButton href="#empty">{say.way(38)}</LinkButton>}>
          {say.why(ui.now)}
        </EmptyState>
      </Section>
      <Section id="loading" title={say.loadingTitle}>
        <Skeleton label={say.loading} />
      </Section>
    </div>
  );
};
