import type { Child, PropsWithChildren } from 'hono/jsx';
import { may } from '#domain/access/permissions.ts';
import { PageHead } from '../kit/page-head.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { Page, Shell } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

export type SettingsTab = 'workspace' | 'members' | 'sync' | 'events' | 'profile';

interface FrameProps {
  ui: SeatedUi;
  tab: SettingsTab;
  title: string;
  lede?: Child;
}

const addresses = {
  workspace: paths.settings(),
  members: paths.members(),
  sync: paths.sync(),
  events: paths.webhookEvents(),
  profile: paths.profile(),
};

/** The pages of settings side by side; each is an address of its own. */
export const SettingsFrame = ({
  ui,
  tab,
  title,
  lede,
  children,
}: PropsWithChildren<FrameProps>) => (
  <Shell ui={ui} title={title} nav="settings">
    <Page>
      <PageHead title={title} lede={lede} />
      <Tabs
        label={ui.t.settings.tabs.label}
        tabs={tabsFor(ui).map((one) => ({
          href: addresses[one],
          label: ui.t.settings.tabs[one],
          current: one === tab,
        }))}
      />
      {children}
    </Page>
  </Shell>
);

function tabsFor(ui: SeatedUi): SettingsTab[] {
  const { role } = ui.viewer;
  return [
    'workspace',
    ...(may(role, 'member.manage') ? ['members' as const] : []),
    'sync',
    ...(may(role, 'event.replay') ? ['events' as const] : []),
    'profile',
  ];
}
