// Single keys and pairs ("g i") press what carries them in data-key. They rest while someone types,
// while a dialog is open, and wherever <html data-keys="off">.
let first = '';
let forget;

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') return sendForm(event);
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.documentElement.dataset.keys === 'off' || busy(event.target)) return;
  // Escape closes the innermost: an open menu closes by itself, and nothing behind it does.
  if (event.key === 'Escape' && document.querySelector(':popover-open')) return;
  const pair = first && `${first} ${event.key}`;
  const hit = find(pair) ?? find(event.key);
  clearTimeout(forget);
  first = hit ? '' : event.key;
  forget = setTimeout(() => (first = ''), 1000);
  if (!hit) return;
  event.preventDefault();
  if (hit.matches('input, textarea, select')) hit.focus();
  else hit.click();
  // At once: whoever types on means the box that the key has opened.
  if (hit.dataset.then) document.getElementById(hit.dataset.then)?.focus();
});

function find(keys) {
  if (!keys) return undefined;
  const hits = [...document.querySelectorAll(`[data-key="${CSS.escape(keys)}"]`)];
  return hits.find((hit) => !hit.disabled && hit.checkVisibility()) ?? hits.find((hit) => hit.matches('.nav a'));
}

function busy(target) {
  const typing = target.closest?.('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');
  return Boolean(typing) || Boolean(document.querySelector('dialog:modal'));
}

// Ctrl+Enter in a text sends the form around it.
function sendForm(event) {
  const form = event.target.closest?.('form[data-ctrl-enter]');
  if (!form) return;
  event.preventDefault();
  form.requestSubmit();
}
