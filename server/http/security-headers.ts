import type { MiddlewareHandler } from 'hono';

const POLICY = {
  'default-src': "'self'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'media-src': "'self'",
  'connect-src': "'self'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
  'object-src': "'none'",
  'form-action': "'self'",
};

const CSP = Object.entries(POLICY)
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ');

/**
 * No inline script or style anywhere, no frames, no other origins.
 * @param origin the public origin; where it is https, browsers are told to stay there
 */
export const securityHeaders =
  (origin: string): MiddlewareHandler =>
  async (c, next) => {
    await next();
    // A file that came with a message brings a stricter one of its own.
    if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', CSP);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'same-origin');
    c.header('X-Frame-Options', 'DENY');
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
    if (origin.startsWith('https:')) c.header('Strict-Transport-Security', 'max-age=31536000');
  };
