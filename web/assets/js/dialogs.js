// The one dialog opens when an answer fills it and empties when it closes.
const modal = () => document.getElementById('modal');

document.addEventListener('htmx:after:swap', () => {
  const dialog = modal();
  if (!dialog || dialog.open || !dialog.childElementCount) return;
  dialog.showModal();
});

document.addEventListener('modal:close', () => modal()?.close());

document.addEventListener('click', (event) => {
  if (event.target.closest?.('[data-close-dialog]')) event.target.closest('dialog')?.close();
  // Where the browser does not know closedby: a press on the backdrop is on the dialog itself.
  if (event.target === modal() && outside(event, modal())) modal().close();
});

document.addEventListener(
  'close',
  ({ target }) => {
    if (target === modal()) target.replaceChildren();
  },
  true,
);

function outside({ clientX: x, clientY: y }, element) {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return x < left || x > right || y < top || y > bottom;
}
