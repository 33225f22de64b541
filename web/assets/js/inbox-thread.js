// The conversation that is open: focus, drafts, what was sent, what arrived, its pictures.
const scroller = () => document.getElementById('thread-scroll');
const box = () => document.getElementById('text');
const openId = () => document.querySelector('[data-open-conversation]')?.dataset.openConversation;
const draftKey = () => `draft:${openId()}`;
let sent = '';
let latest = document.getElementById('talk')?.dataset.latest;
let shown = openId();

document.addEventListener('htmx:after:swap', ({ detail }) => {
  if (openId() === shown) return arrived();
  shown = openId();
  latest = document.getElementById('talk')?.dataset.latest;
  restoreDraft();
  if (detail.ctx.target?.id === 'conversation') document.getElementById('who')?.focus({ preventScroll: true });
});

// The thread grew: say so, and show the way down to whoever reads further up.
function arrived() {
  const talk = document.getElementById('talk');
  if (!talk || talk.dataset.latest === latest) return;
  latest = talk.dataset.latest;
  if (!talk.dataset.latestIn) return;
  document.dispatchEvent(new CustomEvent('announce', { detail: talk.dataset.say }));
  const button = document.querySelector('[data-to-latest]');
  if (button) button.hidden = !isUp();
}

// The pane is laid out from its end: 0 is the latest, and going up is negative.
const isUp = () => (scroller()?.scrollTop ?? 0) < -120;

document.addEventListener(
  'scroll',
  ({ target }) => {
    const button = document.querySelector('[data-to-latest]');
    if (target === scroller() && button && !isUp()) button.hidden = true;
  },
  true,
);

document.addEventListener('click', ({ target }) => {
  if (target.closest?.('[data-to-latest]')) toLatest();
  // The keys R and N press a label; a hand that presses its words wants to write as well.
  const label = target.closest?.('label[data-then]');
  if (label && !target.matches('input')) setTimeout(() => document.getElementById(label.dataset.then)?.focus());
});

function toLatest() {
  if (scroller()) scroller().scrollTop = 0;
  const button = document.querySelector('[data-to-latest]');
  if (button) button.hidden = true;
}

document.addEventListener('htmx:before:request', ({ target }) => {
  if (target.id === 'reply') sent = box()?.value ?? '';
});

// What was typed since the order went out is the next text.
document.addEventListener('reply:sent', () => {
  if (box()?.value === sent) box().value = '';
  keepDraft();
  toLatest();
});

document.addEventListener('input', ({ target }) => target === box() && keepDraft());

function keepDraft() {
  if (box()?.value) sessionStorage.setItem(draftKey(), box().value);
  else sessionStorage.removeItem(draftKey());
}

function restoreDraft() {
  const draft = openId() && sessionStorage.getItem(draftKey());
  if (!draft || !box() || box().value) return;
  box().value = draft;
  box().dispatchEvent(new Event('input', { bubbles: true }));
}
restoreDraft();

// Arrow keys go from picture to picture in the viewer.
document.addEventListener('keydown', ({ key }) => {
  const way = { ArrowLeft: 'previous', ArrowRight: 'next' }[key];
  if (way) document.querySelector(`#modal[open]:has(.viewer) [data-step=${way}]:not(:disabled)`)?.click();
});
