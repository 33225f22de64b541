import type { Attrs } from './attrs.ts';

interface BarProps extends Attrs {
  label: string;
  value: number;
  max: number;
}

/** How far something has come. */
export const Progress = ({ label, value, max, class: extra, ...rest }: BarProps) => (
  <progress
    class={extra ? `progress ${extra}` : 'progress'}
    aria-label={label}
    value={Math.min(value, max)}
    max={Math.max(max, 1)}
    {...rest}
  />
);

/** How full something is, such as a daily cap. */
export const Meter = ({ label, value, max, class: extra, ...rest }: BarProps) => (
  <meter
    class={extra ? `meter ${extra}` : 'meter'}
    aria-label={label}
    min={0}
    value={Math.min(value, max)}
    max={Math.max(max, 1)}
    {...rest}
  />
);

/** A bar in a row of bars, beside its number in words; the number speaks, the bar is a picture. */
export const Bar = ({ part, whole, soft }: { part: number; whole: number; soft?: boolean }) => (
  <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect
      class={soft ? 'bsoft' : undefined}
      width={whole === 0 ? 0 : ((part / whole) * 100).toFixed(1)}
      height="6"
    />
  </svg>
);
