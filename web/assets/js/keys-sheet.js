// "?" shows the keys of this page. Someone who dictates or mistypes can switch single keys off.
const root = document.documentElement;
const sheet = () => document.getElementById('keys');

try {
  if (localStorage.getItem('keys') === 'off') root.dataset.keys = 'off';
} catch {
  // Storage may be closed to us; then the choice lasts as long as the page.
}

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
  if (event.key !== '?' || typing || document.querySelector('dialog:modal')) return;
  event.preventDefault();
  open();
});

document.addEventListener('click', ({ target }) => {
  if (target.closest?.('[data-open-keys]')) open();
});

document.addEventListener('change', ({ target }) => {
  if (!target.matches?.('[data-keys-switch]')) return;
  const off = !target.checked;
  if (off) root.dataset.keys = 'off';
  else delete root.dataset.keys;
  try {
    localStorage.setItem('keys', off ? 'off' : 'on');
  } catch {
    // As above.
  }
});

function open() {
  const dialog = sheet();
  if (!dialog || dialog.open) return;
  const known = new Map();
  for (const holder of document.querySelectorAll('[data-key]')) {
    if (!known.has(holder.dataset.key)) known.set(holder.dataset.key, nameOf(holder));
  }
  dialog.querySelector('.keys').replaceChildren(...[...known].map(row));
  dialog.querySelector('[data-keys-switch]').checked = root.dataset.keys !== 'off';
  dialog.showModal();
}

function nameOf(holder) {
  const said = holder.cloneNode(true);
  said.querySelectorAll('kbd, .count').forEach((part) => part.remove());
  return holder.getAttribute('aria-label') ?? said.textContent.trim();
}

function row([keys, name]) {
  const item = document.createElement('li');
  const key = document.createElement('kbd');
  key.className = 'key';
  key.textContent = keys;
  item.append(name, key);
  return item;
}
