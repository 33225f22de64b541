import { LinkButton } from '../kit/button.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Page, Shell } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

/** What is left of a person who was erased. */
export const ErasedPage = ({ ui, at }: { ui: SeatedUi; at: Date | null }) => {
  const { erased } = ui.t.contacts.page;
  return (
    <Shell ui={ui} title={erased.title} nav="contacts">
      <Page>
        <PageHead title={erased.title} />
        <EmptyState
          title={erased.title}
          act={<LinkButton href={paths.contacts()}>{ui.t.contacts.title}</LinkButton>}
        >
          {at && erased.why(ui.format.longDate(at))}
        </EmptyState>
      </Page>
    </Shell>
  );
};
