import { Line, LineItem } from '../kit/line.tsx';
import { Rich } from '../kit/rich.tsx';
import { Section } from '../kit/section.tsx';
import { Stages } from '../kit/stages.tsx';
import { Time } from '../kit/time.tsx';
import type { SeatedUi } from '../ui.ts';
import { people } from './samples.ts';

const HOUR = 3_600_000;

export const LineSection = ({ ui }: { ui: SeatedUi }) => {
  const say = ui.t.styleguide.line;
  const at = (hours: number) => new Date(ui.now.getTime() + hours * HOUR);
  return (
    <Section id="lines" title={say.title} about={say.about}>
      <Stages
        ui={ui}
        stages={[
          { when: 'past', title: say.happened, note: say.filled },
          { when: 'past', title: say.happened, note: <Time ui={ui} at={at(-24)} as="date" /> },
          { when: 'now', title: say.now, note: say.half, progress: { value: 41, max: 125 } },
          { when: 'next', title: say.toCome, note: say.open },
        ]}
      />
      <Line class="after" label={say.title}>
        <LineItem when="past" channel="sms">
          <p>
            <Rich text={say.walk(people[0])} />
          </p>
          <p class="muted small">
            <Time ui={ui} at={at(-1)} />
          </p>
        </LineItem>
        <LineItem when="past">
          <p>{say.happened}</p>
        </LineItem>
        <LineItem when="past" icon="wait">
          <p>{say.happened}</p>
        </LineItem>
        <LineItem when="now">
          <p>{say.walkNow}</p>
          <p class="muted small">
            <Time ui={ui} at={at(24)} />
          </p>
        </LineItem>
        <LineItem when="next" channel="email">
          <p>{say.walkNext}</p>
        </LineItem>
        <LineItem when="next">
          <p>{say.toCome}</p>
        </LineItem>
      </Line>
    </Section>
  );
};
