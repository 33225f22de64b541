import type { Ui } from '../ui.ts';

interface MoneyProps {
  ui: Ui;
  micros: number | bigint;
  /** ISO 4217 */
  currency: string;
  /** Four places, for the price of one thing. */
  unit?: boolean | undefined;
}

export const Money = ({ ui, micros, currency, unit }: MoneyProps) => (
  <data value={String(micros)}>
    {unit ? ui.format.unitPrice(micros, currency) : ui.format.money(micros, currency)}
  </data>
);
