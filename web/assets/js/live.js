// The stream of live messages: say when it is down for longer than a moment, and put the number of
// people who wait into the tab's title.
const down = { since: 0, said: false };

document.addEventListener('htmx:sse:error', lost);
document.addEventListener('htmx:sse:close', ({ detail }) => detail?.reason === 'ended' && lost());
document.addEventListener('htmx:error', ({ target }) => {
  if (target.id !== 'live') return;
  lost();
  // The extension retries a stream that broke, not one that never opened.
  setTimeout(() => window.htmx.trigger(target, 'load'), 3000 + Math.random() * 3000);
});
document.addEventListener('htmx:sse:after:connection', () => {
  document.documentElement.dataset.live = 'on';
  down.since = 0;
  down.said = false;
});

function lost() {
  document.documentElement.dataset.live = 'off';
  down.since ||= Date.now();
  if (down.said || Date.now() - down.since < 10_000) return;
  down.said = true;
  document.dispatchEvent(new CustomEvent('toast', { detail: 'offline' }));
}

function countInTitle() {
  const count = document.getElementById('need-reply');
  const title = document.title.replace(/^\(\S+\) /, '');
  const n = count && !count.hidden ? count.firstChild?.textContent.trim() : '';
  const wanted = n ? `(${n}) ${title}` : title;
  if (document.title !== wanted) document.title = wanted;
}
document.addEventListener('htmx:after:swap', countInTitle);
countInTitle();
