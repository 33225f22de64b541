import { PageHead } from '../kit/page-head.tsx';
import { Page, Shell } from '../layout.tsx';
import type { SeatedUi } from '../ui.ts';
import { ButtonsSection } from './buttons.tsx';
import { DialogSection } from './dialogs.tsx';
import { EmptySection } from './empties.tsx';
import { ExchangeSection } from './exchange.tsx';
import { FiguresSection } from './figures.tsx';
import { FormSection } from './forms.tsx';
import { LineSection } from './lines.tsx';
import { MarksSection } from './marks.tsx';
import { OverSection } from './overlays.tsx';
import { PlacesSection } from './places.tsx';
import { TableSection } from './tables.tsx';

/** Every component in every state, on one page: looked at by people and by axe. */
export const StyleguidePage = ({ ui }: { ui: SeatedUi }) => (
  <Shell ui={ui} title={ui.t.styleguide.title}>
    <Page>
      <PageHead title={ui.t.styleguide.title} lede={ui.t.styleguide.lede} />
      <LineSection ui={ui} />
      <MarksSection ui={ui} />
      <ButtonsSection ui={ui} />
      <div class="three">
        <FormSection ui={ui} />
        <EmptySection ui={ui} />
        <OverSection ui={ui} />
      </div>
      <FiguresSection ui={ui} />
      <TableSection ui={ui} />
      <ExchangeSection ui={ui} />
      <PlacesSection ui={ui} />
      <DialogSection ui={ui} />
    </Page>
  </Shell>
);
