// A chosen file shows its name; one over the stated size is refused before it travels.
document.addEventListener('change', ({ target }) => {
  if (!target.matches?.('.drop input[type=file]')) return;
  const file = target.files?.[0];
  const name = target.closest('.drop').querySelector('[data-file-name]');
  name.dataset.invite ??= name.textContent;
  name.textContent = file?.name ?? name.dataset.invite;
  const most = Number(target.dataset.maxBytes) || Infinity;
  target.setCustomValidity(file && file.size > most ? (target.dataset.tooLarge ?? '') : '');
  target.reportValidity();
});

for (const [type, over] of [['dragenter', true], ['dragleave', false], ['drop', false]]) {
  document.addEventListener(type, ({ target }) => {
    target.closest?.('.drop')?.classList.toggle('over', over);
  });
}
