/** The keys of an order, for those who see them; the control itself carries `hotkey`. */
export const KeyHint = ({ keys }: { keys: string }) => (
  <kbd class="key wide-only" aria-hidden="true">
    {keys}
  </kbd>
);
