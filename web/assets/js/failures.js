// A request that never reached the server has no answer to show: say so. An answer of the server, also
// a 500, brings its own toast.
document.addEventListener('htmx:error', ({ detail }) => {
  const { ctx, error } = detail ?? {};
  if (!ctx || ctx.response || error?.name === 'AbortError') return;
  if (ctx.sourceElement?.id === 'live') return;
  document.dispatchEvent(new CustomEvent('toast', { detail: 'unreachable' }));
});
