import { may } from '#domain/access/permissions.ts';
import { clockMoves, type ClockMove } from '#domain/clock/moves.ts';
import { Button } from '../kit/button.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Rich } from '../kit/rich.tsx';
import { Section } from '../kit/section.tsx';
import { Page, Shell } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

interface ClockProps {
  ui: SeatedUi;
  /** Where each move leads. */
  leads: Record<ClockMove, Date>;
  /** Walks that wait for their time. */
  waiting: number;
}

export const ClockPage = ({ ui, leads, waiting }: ClockProps) => {
  const said = ui.t.clock;
  const { clockOffsetMs } = ui.workspace;
  const real = new Date(ui.now.getTime() - clockOffsetMs);
  return (
    <Shell ui={ui} title={said.title}>
      <Page>
        <PageHead say title={said.say(ui.now)} lede={said.ahead(clockOffsetMs, real)} />
        <p class="measure">{said.why}</p>
        <Section id="moves" title={said.forward} about={said.waiting(waiting)}>
          {may(ui.viewer.role, 'clock.move') ? (
            <Moves ui={ui} leads={leads} />
          ) : (
            <p class="hint">{said.readOnly}</p>
          )}
        </Section>
      </Page>
    </Shell>
  );
};

const Moves = ({ ui, leads }: Pick<ClockProps, 'ui' | 'leads'>) => (
  <form method="post" action={paths.clock()}>
    <OrderField />
    <ul class="rows narrow">
      {clockMoves.map((move) => (
        <li class="row">
          <Button type="submit" name="move" value={move} icon="clock">
            {ui.t.clock.moves[move]}
          </Button>
          <span class="muted push">
            <Rich text={ui.t.clock.to(leads[move])} />
          </span>
        </li>
      ))}
    </ul>
  </form>
);

/** A live workspace keeps real time. */
export const NoClockPage = ({ ui }: { ui: SeatedUi }) => (
  <Shell ui={ui} title={ui.t.clock.live.title}>
    <Page>
      <PageHead title={ui.t.clock.live.title} lede={ui.t.clock.live.why} />
    </Page>
  </Shell>
);
