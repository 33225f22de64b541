import { Bubble } from '../kit/bubble.tsx';
import { Line, LineItem } from '../kit/line.tsx';
import { Section } from '../kit/section.tsx';
import type { SeatedUi } from '../ui.ts';
import { colleague, ourNumber, people, samples } from './samples.ts';

export const ExchangeSection = ({ ui }: { ui: SeatedUi }) => {
  const say = ui.t.styleguide.exchange;
  return (
    <Section id="exchange" title={say.title} about={say.about}>
      <Line runs label={say.title}>
        <LineItem channel="sms">
          <Bubble
            ui={ui}
            kind="out"
            who={colleague}
            channel="sms"
            via={say.from(ourNumber)}
            at={ui.now}
            text={samples.asked}
            foot={<span>{say.delivered}</span>}
          />
        </LineItem>
        <LineItem channel="note">
          <Bubble
            ui={ui}
            kind="memo"
            who={colleague}
            channel="note"
            at={ui.now}
            text={samples.note}
          />
        </LineItem>
        <LineItem channel="whatsapp">
          <Bubble
            ui={ui}
            kind="in"
            who={people[0]}
            channel="whatsapp"
            via={say.to(ourNumber)}
            at={ui.now}
            text={samples.replied}
          />
        </LineItem>
      </Line>
    </Section>
  );
};
