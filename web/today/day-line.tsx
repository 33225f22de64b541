import type { SeatedUi } from '../ui.ts';
import type { LineOfDay } from './types.ts';

interface DayLineProps {
  ui: SeatedUi;
  line: LineOfDay;
  /** When messages may go, in minutes after midnight. */
  open: { from: number; to: number };
  /** Now, in minutes after midnight. */
  now: number;
}

const hour = 60;
const first = 7 * hour;
const last = 20 * hour;
const width = 1160;
const perHour = 80;
const lineY = 66;

/** Where a minute of the day stands; what lies outside the drawn day stands at its edge. */
const x = (minute: number): number =>
  Math.round(Math.min(width, Math.max(0, 20 + ((minute - first) / hour) * perHour)));

const isDrawn = ({ minute }: { minute: number }): boolean => minute >= first && minute < last;

/** The day as a line: solid until now, dashed after, hatched where nothing may go. */
export const DayLine = ({ ui, line, open, now }: DayLineProps) => {
  const said = ui.t.today.line;
  return (
    <figure class="dayline">
      <div class="scroll-x" tabindex={0} role="region" aria-label={said.label}>
        <svg
          class="chart hours"
          viewBox={`0 0 ${width} 112`}
          role="img"
          aria-labelledby="day-title day-about"
        >
          <title id="day-title">{said.title}</title>
          <desc id="day-about">{about(ui, { line, open })}</desc>
          <defs>
            <pattern
              id="closed"
              class="hatch"
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <path d="M0 0v6" />
            </pattern>
          </defs>
          <Closed from={0} to={x(open.from)} />
          <Closed from={x(open.to)} to={width} />
          <Hours ui={ui} />
          <Bars stretches={line.sent} of={line} class="fill" until={x(now)} />
          <Bars stretches={line.planned} of={line} class="plan" />
          <path class="a" d={`M0 ${lineY}H${x(now)}`} />
          <path class="next" d={`M${x(now)} ${lineY}H${width}`} />
          {line.replies.filter(isDrawn).map(({ minute }) => (
            <circle class="dot" cx={x(minute + 10)} cy={lineY} r="4" />
          ))}
          <Now ui={ui} at={x(now)} />
        </svg>
      </div>
    </figure>
  );
};

const Closed = ({ from, to }: { from: number; to: number }) =>
  to > from ? <rect x={from} y="18" width={to - from} height="66" fill="url(#closed)" /> : null;

const Hours = ({ ui }: { ui: SeatedUi }) => (
  <>
    {Array.from({ length: (last - first) / hour + 1 }, (_, i) => first + i * hour).map((minute) => (
      <text x={x(minute)} y="102" text-anchor="middle">
        {hourName(ui, minute)}
      </text>
    ))}
  </>
);

interface BarsProps {
  stretches: LineOfDay['sent'];
  of: LineOfDay;
  class: string;
  /** What has happened stands before now. */
  until?: number;
}

const tallest = 36;

const Bars = ({ stretches, of, class: kind, until = width }: BarsProps) => {
  const most = Math.max(1, ...of.sent.map(({ n }) => n), ...of.planned.map(({ n }) => n));
  return (
    <>
      {stretches.filter(isDrawn).map(({ minute, n }) => {
        const height = Math.max(5, Math.round((n / most) * tallest));
        return (
          <rect
            class={kind}
            x={Math.min(x(minute) + 8, until - 12)}
            y={58 - height}
            width="8"
            height={height}
            rx="1.5"
          />
        );
      })}
    </>
  );
};

const Now = ({ ui, at }: { ui: SeatedUi; at: number }) => (
  <>
    <path class="grid" d={`M${at} 20V56`} />
    <circle class="ring" cx={at} cy={lineY} r="8" />
    <circle class="fill" cx={at} cy={lineY} r="3" />
    <text x={at} y="14" text-anchor={at > width - 120 ? 'end' : 'start'} class="strong">
      {ui.t.today.line.now(ui.now)}
    </text>
  </>
);

function about(ui: SeatedUi, { line, open }: Pick<DayLineProps, 'line' | 'open'>): string {
  const total = (stretches: LineOfDay['sent']) => stretches.reduce((sum, { n }) => sum + n, 0);
  return ui.t.today.line.about({
    from: hourName(ui, open.from),
    to: hourName(ui, open.to),
    sent: total(line.sent),
    replies: total(line.replies),
    planned: total(line.planned),
    now: ui.now,
  });
}

/** Told as a clock shows it, on a day without changes of the clocks. */
const hourName = (ui: SeatedUi, minute: number): string =>
  ui.format.time(Date.UTC(2026, 0, 1) + minute * 60_000, 'UTC').replace(':00', '');
