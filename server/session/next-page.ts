/**
 * Where to go after signing in: only pages of our own, so that a crafted link to the sign-in page
 * cannot lead a person elsewhere with their trust.
 */
export function nextPage(wanted: string | undefined): string {
  if (!wanted?.startsWith('/')) return '/';
  const here = 'http://throughline.invalid';
  const url = URL.canParse(wanted, here) ? new URL(wanted, here) : undefined;
  return url?.origin === here ? url.pathname + url.search : '/';
}
