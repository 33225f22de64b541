import type { Ui } from '../ui.ts';

interface TimeProps {
  ui: Ui;
  at: Date | string;
  /** IANA; where the time binds someone else, name the place in the sentence too. */
  zone?: string | undefined;
  as?: 'moment' | 'time' | 'day' | 'date' | 'longDate' | undefined;
  class?: string | undefined;
}

/** An instant as the reader's clock shows it, exact in `datetime`. */
export const Time = ({ ui, at, zone, as = 'moment', class: extra }: TimeProps) => (
  <time datetime={new Date(at).toISOString()} class={extra}>
    {ui.format[as](at, zone)}
  </time>
);
