import twilio, { type Twilio } from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient.js';

export interface TwilioAccount {
  accountSid: string;
  authToken: string;
  /** Origin that stands in for Twilio's hosts, in a sandbox workspace; undefined is Twilio itself. */
  sandboxUrl: string | undefined;
}

/** The package has no base URL, so the client swaps the origin; hosts share paths, hence the header. */
class SandboxClient extends RequestClient {
  readonly #origin: string;

  constructor(origin: string, timeout: number) {
    super({ timeout });
    this.#origin = origin;
  }

  override request<T>(options: RequestClient.RequestOptions<T>) {
    const uri = new URL(options.uri);
    const headers = { ...options.headers, 'X-Sim-Host': uri.host };
    return super.request<T>({
      ...options,
      headers,
      uri: `${this.#origin}${uri.pathname}${uri.search}`,
    });
  }
}

/** A client of Twilio's own package. */
export function twilioClient(
  { accountSid, authToken, sandboxUrl }: TwilioAccount,
  timeoutMs: number,
): Twilio {
  const httpClient = sandboxUrl
    ? new SandboxClient(sandboxUrl, timeoutMs)
    : new RequestClient({ timeout: timeoutMs });
  return twilio(accountSid, authToken, { httpClient });
}
