// The list of conversations is read anew when something happens: at once, then at most five times a second.
// While a hand moves in it, it keeps its order, and a pill counts what came; a hand that rests holds nothing.
const PACE_MS = 200;
const REST_MS = 2500;
const list = () => document.querySelector('[data-inbox-list]');
const canHover = matchMedia('(hover: hover)');
let readAt = 0;
let timer;
let held = false;
let handAt = 0;

for (const news of ['inbox', 'resync', 'inbox:changed']) document.addEventListener(news, soon);
// How long people have waited is told in minutes.
setInterval(() => document.visibilityState === 'visible' && soon(), 60_000);

function soon() {
  if (!list()) return;
  clearTimeout(timer);
  timer = setTimeout(() => read(inHand()), Math.max(0, readAt + PACE_MS - Date.now()));
}

function inHand() {
  const pane = document.getElementById('list-scroll');
  if (!pane || Date.now() - handAt > REST_MS) return false;
  return (canHover.matches && pane.matches(':hover')) || pane.contains(document.activeElement);
}

for (const moving of ['pointermove', 'keydown', 'wheel']) {
  document.addEventListener(moving, ({ target }) => target.closest?.('#list-scroll') && (handAt = Date.now()), { passive: true });
}

function read(hold) {
  const region = list();
  if (!region) return;
  const ids = [...region.querySelectorAll('[data-conversation]')].map((row) => row.dataset.conversation);
  fill('open', openId());
  fill('rows', String(ids.length));
  fill('held', hold ? ids.join(',') : '');
  held = hold;
  if (hold) setTimeout(letGo, REST_MS + 100);
  readAt = Date.now();
  window.htmx.trigger(region, 'refresh');
}

function fill(name, value) {
  document.querySelector(`#list-state [name=${name}]`).value = value;
}

const openId = () => document.querySelector('[data-open-conversation]')?.dataset.openConversation ?? '';

// Once the hand is off, the order is that of now.
function letGo() {
  if (held && inHand()) setTimeout(letGo, REST_MS);
  else if (held) read(false);
}
for (const leaving of ['pointerout', 'focusout']) {
  document.addEventListener(leaving, () => held && setTimeout(() => held && !inHand() && read(false)));
}
document.addEventListener('click', ({ target }) => target.closest?.('[data-show-news]') && read(false));

// Marks the row of the conversation that is open.
document.addEventListener('htmx:after:swap', mark);
function mark() {
  if (!list()) return;
  const open = openId();
  for (const row of list().querySelectorAll('[data-conversation]')) {
    const link = row.querySelector('a');
    if (row.dataset.conversation === open) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

// J and K move through the list; Enter opens, because rows are links.
document.addEventListener('keydown', (event) => {
  const step = { j: 1, k: -1 }[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !list()) return;
  if (document.documentElement.dataset.keys === 'off' || document.querySelector('dialog:modal')) return;
  if (event.target.closest?.('input:not([type=radio]), textarea, select, [contenteditable]')) return;
  event.preventDefault();
  const links = [...list().querySelectorAll('[data-conversation] > a')];
  const at = links.indexOf(document.activeElement);
  const from = at >= 0 ? at : links.findIndex((link) => link.hasAttribute('aria-current'));
  links[Math.max(0, Math.min(links.length - 1, from + step))]?.focus();
});

// What is done leaves the list: stand on the one that follows, or go back to the list on a phone.
document.addEventListener('conversation:done', ({ detail }) => {
  const row = list()?.querySelector(`[data-conversation="${CSS.escape(detail.id)}"]`);
  const next = (row?.nextElementSibling ?? row?.previousElementSibling)?.querySelector('a');
  if (next?.checkVisibility()) next.focus();
  else document.querySelector('.thread .back')?.click();
});
