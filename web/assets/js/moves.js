// After a move to another page: focus its heading, tell its title, mark it in the menu.
let shown = location.pathname;

// After the swap is through: only then does the document bear its new title.
document.addEventListener('htmx:finally:swap', ({ detail }) => {
  if (location.pathname === shown) return;
  // A part of a page may have an address of its own (a conversation); then the focus stays where it is.
  if (detail.ctx.target?.id !== 'main') return;
  shown = location.pathname;
  arrive();
});

function arrive() {
  const main = document.getElementById('main');
  const place = main?.dataset.nav;
  for (const link of document.querySelectorAll('.nav [data-place]')) {
    if (link.dataset.place === place) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  document.querySelectorAll('.nav [popover]:popover-open').forEach((menu) => menu.hidePopover());
  const chosen = main?.querySelector('[autofocus]');
  if (!chosen) (main?.querySelector('h1[tabindex]') ?? main)?.focus({ preventScroll: true });
  document.dispatchEvent(new CustomEvent('announce', { detail: document.title }));
}

// A refused form: lead to what is to be corrected.
document.addEventListener('htmx:after:swap', ({ target }) => {
  const summary = target instanceof Element && target.querySelector('.banner[role=alert][autofocus]');
  if (summary) summary.focus();
});
