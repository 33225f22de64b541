import { Button } from '../kit/button.tsx';
import { Crumb } from '../kit/crumb.tsx';
import { Drawer } from '../kit/drawer.tsx';
import { Input } from '../kit/input.tsx';
import { Search } from '../kit/search.tsx';
import { Section } from '../kit/section.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { campaign, samples } from './samples.ts';

export const PlacesSection = ({ ui }: { ui: SeatedUi }) => {
  const say = ui.t.styleguide.places;
  return (
    <Section id="places" title={say.title} about={say.about}>
      <Crumb
        to={[
          { href: paths.campaigns(), label: ui.t.campaigns.title },
          { href: '#places', label: campaign },
        ]}
      />
      <Search
        ui={ui}
        label={say.search}
        placeholder={say.search}
        action="/styleguide"
        target="#places"
      />
      <div class="in-frame after">
        <Drawer
          id="sample-drawer"
          label={say.drawer}
          head={<h3>{say.drawer}</h3>}
          closeHref="#places"
          close={ui.t.common.close}
          foot={<Button icon="bin">{ui.t.styleguide.over.remove}</Button>}
        >
          <Input name="step" label={ui.t.styleguide.form.text} value={samples.asked} />
        </Drawer>
      </div>
    </Section>
  );
};
