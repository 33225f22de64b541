/** The way back up, one link for each level. */
export const Crumb = ({ to }: { to: readonly { href: string; label: string }[] }) => (
  <p class="crumb">
    {to.map((place, i) => (
      <>
        {i > 0 && ' / '}
        <a href={place.href}>{place.label}</a>
      </>
    ))}
  </p>
);
