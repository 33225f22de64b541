// By the runtime's own calendar: the product decides with another.
const clocks = new Map<string, Intl.DateTimeFormat>();

function local(at: number, zone: string): Record<string, string> {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  clocks.set(zone, clock);
  return Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
}

/** Whether the hours of a day, which may go over midnight, hold at an instant (epoch ms) on a clock. */
export function isOpen(
  at: number,
  zone: string,
  { from, to }: { from: number; to: number },
): boolean {
  const { hour, minute } = local(at, zone);
  const now = Number(hour) * 60 + Number(minute);
  return from < to ? from <= now && now < to : from <= now || now < to;
}

/** The date of an instant (epoch ms) on a clock, such as 2027-03-14. */
export function dayOf(at: number, zone: string): string {
  const { year, month, day } = local(at, zone);
  return `${year}-${month}-${day}`;
}
