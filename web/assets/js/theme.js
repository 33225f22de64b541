// The theme is a cookie, so that the server draws the next page in it from the first pixel.
document.addEventListener('change', ({ target }) => {
  if (!target.closest?.('[data-theme-switch]')) return;
  const { value } = target;
  const root = document.documentElement;
  if (value === 'system') delete root.dataset.theme;
  else root.dataset.theme = value;
  const age = value === 'system' ? 0 : 31536000;
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `theme=${value}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;
});
