// The designer: which gap has opened the menu of steps, fields put in at the cursor, and its keys.
document.addEventListener(
  'click',
  ({ target }) => {
    const gap = target.closest?.('[data-after]');
    const place = document.getElementById('insert-after');
    if (gap && place) place.value = gap.dataset.after;
    const field = target.closest?.('[data-insert]');
    if (field) insert(field.dataset.insert, document.getElementById(field.dataset.into));
  },
  true,
);

function insert(words, text) {
  if (!text || text.matches(':disabled')) return;
  text.setRangeText(words, text.selectionStart, text.selectionEnd, 'end');
  text.dispatchEvent(new Event('input', { bubbles: true }));
  // After the menu has closed and given the focus back to its button.
  setTimeout(() => text.focus());
}

document.addEventListener('keydown', (event) => {
  if (!document.getElementById('designer') || document.querySelector('dialog:modal')) return;
  const typing = event.target.matches?.('input:not([type=checkbox], [type=radio]), textarea, select');
  if (typing) return;
  const pressed = press(event);
  if (!pressed) return;
  event.preventDefault();
  pressed();
});

function press({ key, altKey, shiftKey, ctrlKey, metaKey, target }) {
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'z') {
    const button = document.getElementById(shiftKey ? 'redo' : 'undo');
    return button && (() => button.click());
  }
  const step = target.closest?.('.step');
  const way = { ArrowUp: 'up', ArrowDown: 'down' }[key];
  if (!step || !way || target.closest('.menu')) return undefined;
  if (altKey) {
    const move = step.querySelector(`[data-move=${way}]`);
    return move && (() => move.click());
  }
  if (!target.matches('h3 a')) return undefined;
  const titles = [...document.querySelectorAll('.step h3 a')];
  const next = titles[titles.indexOf(target) + (way === 'up' ? -1 : 1)];
  return next && (() => next.focus());
}
