import { Badge } from '../kit/badge.tsx';
import { ChannelTag, type ChannelName } from '../kit/channel-tag.tsx';
import { Count } from '../kit/count.tsx';
import { Face } from '../kit/face.tsx';
import { Section } from '../kit/section.tsx';
import { StatusDot } from '../kit/status-dot.tsx';
import { Tabs } from '../kit/tabs.tsx';
import type { SeatedUi } from '../ui.ts';
import { colleague } from './samples.ts';

const CHANNELS: readonly ChannelName[] = ['sms', 'whatsapp', 'email', 'call', 'voicemail', 'note'];

export const MarksSection = ({ ui }: { ui: SeatedUi }) => {
  const say = ui.t.styleguide.marks;
  const views = ui.t.styleguide.views;
  return (
    <Section id="marks" title={say.title} about={say.about}>
      <p class="row">
        {CHANNELS.map((channel) => (
          <ChannelTag ui={ui} channel={channel} />
        ))}
      </p>
      <p class="row after">
        <Badge>{say.draft}</Badge>
        <Badge tone="on">{say.running}</Badge>
        <Badge tone="warn" icon="pause">
          {say.paused}
        </Badge>
        <Badge tone="ok" icon="check">
          {say.delivered}
        </Badge>
        <Badge tone="danger" icon="failed">
          {say.failed}
        </Badge>
        <Badge tone="warn" icon="unknown">
          {say.unconfirmed}
        </Badge>
        <Count ui={ui} n={9} of={say.need} />
        <Count ui={ui} n={1204} soft />
        <Face name={colleague} />
        <Face name={colleague} big />
      </p>
      <p class="row after">
        <StatusDot>{say.draft}</StatusDot>
        <StatusDot tone="on">{say.running}</StatusDot>
        <StatusDot tone="ok">{say.delivered}</StatusDot>
        <StatusDot tone="warn">{say.watched}</StatusDot>
        <StatusDot tone="danger">{say.failed}</StatusDot>
      </p>
      <Tabs
        class="after"
        label={views.title}
        tabs={[
          { href: '#marks', label: views.open, count: ui.format.number(38), current: true },
          { href: '#lines', label: views.done },
        ]}
      />
    </Section>
  );
};
