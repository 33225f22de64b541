// hx-confirm asks in the product's own dialog.
document.addEventListener('htmx:confirm', (event) => {
  const { ctx, issueRequest, dropRequest } = event.detail;
  const dialog = document.getElementById('confirm');
  if (!ctx?.confirm || !dialog) return;
  event.preventDefault();
  dialog.querySelector('#confirm-question').textContent = ctx.confirm;
  const words = ctx.sourceElement?.dataset.confirmYes;
  const yes = dialog.querySelector('[data-answer=yes]');
  yes.dataset.usual ??= yes.textContent;
  yes.textContent = words ?? yes.dataset.usual;
  dialog.returnValue = '';
  dialog.addEventListener(
    'close',
    () => (dialog.returnValue === 'yes' ? issueRequest() : dropRequest()),
    { once: true },
  );
  dialog.showModal();
  dialog.querySelector('[data-answer=no]').focus();
});

document.addEventListener('click', ({ target }) => {
  const answer = target.closest?.('#confirm [data-answer]');
  answer?.closest('dialog').close(answer.dataset.answer);
});
