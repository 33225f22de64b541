import { Tabs } from '../kit/tabs.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

/** What comes in from elsewhere: lists of contacts, and the telephone's past. */
export const ImportTabs = ({
  ui,
  current,
}: {
  ui: SeatedUi;
  current: 'lists' | 'history' | 'upkeep';
}) => {
  const words = ui.t.history.tabs;
  return (
    <Tabs
      label={words.label}
      tabs={[
        { href: paths.imports(), label: words.lists, current: current === 'lists' },
        { href: paths.historyImports(), label: words.history, current: current === 'history' },
        {
          href: paths.historyImports({ show: 'upkeep' }),
          label: words.upkeep,
          current: current === 'upkeep',
        },
      ]}
    />
  );
};
