// Toasts leave by themselves, stay while they are looked at, and are never more than three.
const region = () => document.getElementById('toasts');

new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) if (node instanceof HTMLElement) stay(node);
  }
  const shown = region()?.children ?? [];
  for (let over = shown.length - 3; over > 0; over--) shown[0].remove();
}).observe(region() ?? document.createElement('div'), { childList: true });

function stay(toast) {
  let timer;
  const go = () => toast.remove();
  const hold = () => clearTimeout(timer);
  const release = () => (timer = setTimeout(go, Number(toast.dataset.stay) || 6000));
  toast.addEventListener('pointerenter', hold);
  toast.addEventListener('pointerleave', release);
  toast.addEventListener('focusin', hold);
  toast.addEventListener('focusout', release);
  release();
}

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-dismiss]');
  button?.closest('.toast, .banner')?.remove();
});

// Sentences lie in templates of the page: scripts hold none of their own.
document.addEventListener('toast', ({ detail }) => {
  const template = document.getElementById(`say-${detail}`);
  const already = region()?.querySelector(`[data-said="${detail}"]`);
  if (!template || already) return;
  const toast = template.content.firstElementChild.cloneNode(true);
  toast.dataset.said = detail;
  region().append(toast);
});
