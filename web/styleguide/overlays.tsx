import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { Menu, MenuItem } from '../kit/menu.tsx';
import { Rich } from '../kit/rich.tsx';
import { Section } from '../kit/section.tsx';
import { Toast } from '../kit/toast.tsx';
import type { SeatedUi } from '../ui.ts';
import { colleague, people } from './samples.ts';

export const OverSection = ({ ui }: { ui: SeatedUi }) => {
  const say = ui.t.styleguide.over;
  return (
    <Section id="over" title={say.title}>
      <div class="stack-4">
        <Banner tone="warn" icon="offline">
          <Rich text={say.offline(ui.now)} />
        </Banner>
        <Banner>
          <Rich text={say.answered(colleague)} href="#over" />
        </Banner>
        <Banner tone="ok">{say.published}</Banner>
        <Banner tone="danger" acts={<Button>{ui.t.styleguide.buttons.resume}</Button>}>
          {say.refused}
        </Banner>
        <div class="menu in-page" role="group" aria-label={say.insert}>
          <MenuItem icon="sms">{say.message}</MenuItem>
          <MenuItem icon="clock">{say.wait}</MenuItem>
          <hr />
          <MenuItem icon="bin" danger>
            {say.remove}
          </MenuItem>
        </div>
        <Toast dismiss={ui.t.shell.dismiss} act={<Button>{ui.t.common.undo}</Button>}>
          {say.sent(people[0])}
        </Toast>
        <div class="row">
          <Menu id="sample-menu" label={say.insert} opener={say.openMenu} quiet={false}>
            <MenuItem icon="sms">{say.message}</MenuItem>
            <MenuItem icon="clock">{say.wait}</MenuItem>
          </Menu>
        </div>
      </div>
    </Section>
  );
};
