/** Shapes from Lucide (ISC). */
const SHAPES = {
  send: ['m5 12 7-7 7 7', 'M12 19V5'],
  flask: [
    'M14 2v6a2 2 0 0 0 .245.96l5.51 10.08A2 2 0 0 1 18 22H6a2 2 0 0 1-1.755-2.96l5.51-10.08A2 2 0 0 0 10 8V2',
    'M6.453 15h11.094',
    'M8.5 2h7',
  ],
  picture: [
    'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2',
    'm21 15-3.086-3.086a2 2 0 0 0-2.828 0L6 21',
    'M9 7a2 2 0 1 1 0 4 2 2 0 0 1 0-4',
  ],
  clock: ['M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20', 'M12 6v6l4 2'],
  away: ['M15 3h6v6', 'M10 14 21 3', 'M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6'],
} as const;

export function Icon({ name }: { name: keyof typeof SHAPES }) {
  return (
    <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
      {SHAPES[name].map((shape) => (
        <path d={shape} />
      ))}
    </svg>
  );
}
