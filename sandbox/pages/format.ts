/** A number as people write it; numbers outside North America stay in E.164. */
export function phoneLabel(number: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number) ?? [];
  return area ? `(${area}) ${exchange}-${line}` : number;
}

/** What a person typed, or what a link's plus sign became, as E.164. */
export function typedNumber(typed: string): string | undefined {
  const digits = typed.replaceAll(/\D/g, '');
  const isFull = /^[+ ]/.test(typed);
  if (isFull && digits.length >= 7 && digits.length <= 15 && !digits.startsWith('0'))
    return `+${digits}`;
  if (/^1?[2-9]\d{9}$/.test(digits)) return `+1${digits.slice(-10)}`;
  return undefined;
}

const time = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric' });

/** Real time of this machine; the day is named unless it is today. */
export function timeLabel(at: number, now: number = Date.now()): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return isToday ? time.format(at) : `${day.format(at)}, ${time.format(at)}`;
}
