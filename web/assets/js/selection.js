// Rows of a table that orders apply to.
document.addEventListener('change', ({ target }) => {
  if (!target.matches?.('[data-select], [data-select-all]')) return;
  const scope = scopeOf(target);
  if (target.matches('[data-select-all]')) {
    rows(scope).forEach((box) => (box.checked = target.checked));
  }
  show(scope);
});

document.addEventListener('click', ({ target }) => {
  if (!target.closest?.('[data-select-none]')) return;
  const scope = scopeOf(target);
  rows(scope).forEach((box) => (box.checked = false));
  show(scope);
});

const scopeOf = (element) => element.closest('form') ?? document;
const rows = (scope) => [...scope.querySelectorAll('[data-select]')];

function show(scope) {
  const all = rows(scope);
  const n = all.filter((box) => box.checked).length;
  for (const box of all) {
    if (box.checked) box.closest('tr')?.setAttribute('aria-selected', 'true');
    else box.closest('tr')?.removeAttribute('aria-selected');
  }
  const every = scope.querySelector('[data-select-all]');
  if (every) {
    every.checked = n > 0 && n === all.length;
    every.indeterminate = n > 0 && n < all.length;
  }
  const bar = scope.querySelector('[data-bulk]');
  if (!bar) return;
  bar.hidden = n === 0;
  const words = bar.querySelector('[data-selected-count]');
  words.dataset.zero ??= words.textContent;
  words.textContent = words.dataset.zero.replace('0', n.toLocaleString(document.documentElement.lang));
}
