/** The product's mark: a line that rises through a point. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 28 28" aria-hidden="true">
    <path d="M1.5 21h4.2c6.6 0 9.2-14 16-14h4.8" />
    <circle cx="14" cy="14" r="5" />
  </svg>
);
