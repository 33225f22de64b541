import { Facts } from '../kit/facts.tsx';
import { Figures } from '../kit/figures.tsx';
import { Bar, Meter, Progress } from '../kit/meter.tsx';
import { Money } from '../kit/money.tsx';
import { Section } from '../kit/section.tsx';
import { Time } from '../kit/time.tsx';
import type { SeatedUi } from '../ui.ts';

export const FiguresSection = ({ ui }: { ui: SeatedUi }) => {
  const say = ui.t.styleguide.figures;
  const { format } = ui;
  return (
    <Section id="figures" title={say.title}>
      <Figures
        figures={[
          { label: say.sent, value: format.number(1166), note: say.of(2690) },
          { label: say.delivered, value: format.share(1143, 1166), note: format.number(1143) },
          {
            label: say.replied,
            value: format.number(123),
            note: say.ofPeople(format.share(123, 728)),
          },
          {
            label: say.cost,
            value: <Money ui={ui} micros={14_700_000} currency="USD" />,
            note: say.each(format.unitPrice(11_200, 'USD')),
          },
        ]}
      />
      <div class="three after">
        <div class="stack">
          <p class="small">{ui.t.common.progress(41, 125)}</p>
          <Progress label={say.today} value={41} max={125} />
        </div>
        <div class="stack">
          <p class="small">{say.cap}</p>
          <Meter label={say.cap} value={118} max={125} />
          <Bar part={742} whole={1126} />
          <Bar part={286} whole={1126} soft />
        </div>
        <Facts
          facts={[
            { name: say.zone, value: format.zoneName(ui.zone) },
            { name: say.first, value: <Time ui={ui} at={ui.now} as="longDate" /> },
          ]}
        />
      </div>
    </Section>
  );
};
