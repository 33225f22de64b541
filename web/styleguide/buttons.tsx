import { Button, IconButton, LinkButton } from '../kit/button.tsx';
import { KeyHint } from '../kit/key-hint.tsx';
import { Section } from '../kit/section.tsx';
import type { SeatedUi } from '../ui.ts';

export const ButtonsSection = ({ ui }: { ui: SeatedUi }) => {
  const say = ui.t.styleguide.buttons;
  return (
    <Section id="buttons" title={say.title} about={say.about}>
      <p class="row">
        <Button primary>{say.publish}</Button>
        <Button icon="rehearse">{say.rehearse}</Button>
        <Button quiet icon="compare">
          {say.compare}
        </Button>
        <Button danger icon="stop">
          {say.stop}
        </Button>
        <Button danger primary>
          {say.stopForGood}
        </Button>
        <Button disabled icon="resume">
          {say.resume}
        </Button>
        <IconButton icon="search" label={ui.t.common.search} />
        <LinkButton quiet href="#buttons" icon="link">
          {say.elsewhere}
        </LinkButton>
        <KeyHint keys={say.keys} />
      </p>
      <p class="row after">
        <Button primary big icon="campaigns">
          {say.launch(706)}
        </Button>
      </p>
    </Section>
  );
};
