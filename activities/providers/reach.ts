import type { ProviderAccount } from '#db/entities/provider-account.ts';

/**
 * Where the requests of an account go: a sandbox account never reaches a real provider.
 * @returns undefined as origin for the provider itself; null where nobody may be asked
 */
export function reachOf(
  { mode }: Pick<ProviderAccount, 'mode'>,
  sandboxUrl: string | undefined,
): { sandboxUrl: string | undefined } | null {
  if (mode === 'live') return { sandboxUrl: undefined };
  return sandboxUrl ? { sandboxUrl } : null;
}
