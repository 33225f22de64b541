/** RFC 2822 as Twilio writes it: `Fri, 24 May 2019 17:44:46 +0000`. */
export function rfc2822(at: number): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}

/** YYMMDDhhmm in UTC, as RawDlrDoneDate carries it. */
export function dlrDate(at: number): string {
  return new Date(at).toISOString().replaceAll(/\D/g, '').slice(2, 12);
}
