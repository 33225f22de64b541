// Says in one polite region what changed without moving the focus.
// Others ask by: document.dispatchEvent(new CustomEvent('announce', { detail: 'sentence' }))
document.addEventListener('announce', ({ detail }) => {
  const region = document.getElementById('announcer');
  if (!region) return;
  region.textContent = '';
  // A region that is filled in the same breath as it is emptied is not read out.
  setTimeout(() => (region.textContent = typeof detail === 'string' ? detail : (detail?.value ?? '')), 50);
});
