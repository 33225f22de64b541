import { openphone } from './openphone/openphone.ts';
import type { WebhookProvider } from './provider.ts';
import { twilio } from './twilio/twilio.ts';

export const providers: readonly WebhookProvider[] = [twilio, openphone];

/** @throws where the name is none of a provider of ours */
export function providerNamed(name: string): WebhookProvider {
  const found = providers.find((one) => one.name === name);
  if (!found) throw new Error(`No provider is called ${name}.`);
  return found;
}
