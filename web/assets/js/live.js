// The stream of live messages: say when it is down for longer than a moment, and put the number of
// people who wait into the tab's title.
const down = { since: 0, said: false };

document.addEventListener('htmx:sse:error', lost);
document.addEventListener('htmx:sse:close', ({ detail }) => detail?.reason === 'ended' && lost());
// The extension retries a stream that broke, not one that never opened.
document.addEventListener('htmx:error', again);
document.addEventListener('htmx:response:error', again);

function again({ target }) {
  if (target.id !== 'live') return;
  lost();
  setTimeout(() => {
    const fresh = target.cloneNode();
    fresh.removeAttribute('data-htmx-powered');
    target.replaceWith(fresh);
    window.htmx.process(fresh);
  }, 2000 + Math.random() * 3000);
}

document.addEventListener('htmx:sse:after:connection', () => {
  document.documentElement.dataset.live = 'on';
  down.since = 0;
  down.said = false;
});

// The session has ended or the role is another one: what the page shows may not be shown any more.
document.addEventListener('seat-changed', () => location.reload());

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
document.addEventListener('htmx:finally:swap', countInTitle);
countInTitle();
