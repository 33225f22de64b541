/** The initials of a person; the name stands beside it or in `title`. */
export const Face = ({ name, big }: { name: string; big?: boolean }) => (
  <span class={big ? 'face big' : 'face'} aria-hidden="true">
    {initials(name)}
  </span>
);

function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /\p{L}/u.test(word));
  const last = words.length > 1 ? letter(words.at(-1)) : '';
  return ((letter(words[0]) || '#') + last).toUpperCase();
}

const letter = (word = '') => Array.from(word)[0] ?? '';
