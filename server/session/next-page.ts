/**
 * Where to go after signing in: only pages of our own, so that a crafted link to the sign-in page
 * cannot lead a person elsewhere with their trust.
 */
export function nextPage(wanted: string | undefined): string {
  if (!wanted?.startsWith('/')) return '/';
  const here = 'http://throughline.invalid';
  const url = URL.canParse(wanted, here) ? new URL(wanted, here) : undefined;
  // `/.//elsewhere` is of our origin until its path stands alone.
  if (url?.origin !== here || url.pathname.startsWith('//')) return '/';
  return url.pathname + url.search;
}
