// Native popovers open and close by themselves. Added here: arrow keys inside a menu, closing after a
// choice, and a place beside the opener where the browser cannot anchor.
const anchored = CSS.supports('position-area: block-end');

document.addEventListener(
  'toggle',
  ({ target, newState }) => {
    if (newState !== 'open' || !target.matches?.('.menu[popover]')) return;
    if (!anchored) place(target);
  },
  true,
);

document.addEventListener('keydown', (event) => {
  const menu = event.target.closest?.('.menu[popover]') ?? openedBy(event.target);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!menu || !step || event.target.matches('input, textarea')) return;
  event.preventDefault();
  const items = [...menu.querySelectorAll('a[href], button:not(:disabled)')];
  const at = items.indexOf(document.activeElement);
  items[(at + step + items.length) % items.length]?.focus();
});

document.addEventListener('click', ({ target }) => {
  const item = target.closest?.('.menu[popover] :is(a, button)');
  item?.closest('[popover]').hidePopover();
});

function openedBy(button) {
  const menu = button.popoverTargetElement;
  return menu?.matches(':popover-open.menu') ? menu : undefined;
}

function place(menu) {
  const opener = document.querySelector(`[popovertarget="${CSS.escape(menu.id)}"]`);
  if (!opener) return;
  const box = opener.getBoundingClientRect();
  const left = Math.max(8, Math.min(box.left, innerWidth - menu.offsetWidth - 8));
  const below = box.bottom + menu.offsetHeight + 8 < innerHeight;
  menu.style.inset = 'auto';
  menu.style.left = `${left}px`;
  menu.style.top = `${below ? box.bottom + 4 : Math.max(8, box.top - menu.offsetHeight - 4)}px`;
}
