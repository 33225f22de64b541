const WIDTHS = ['s', 'l', 'm'] as const;

/** Stands in for rows that are being fetched; `label` says what. */
export const Skeleton = ({ label, rows = 3 }: { label: string; rows?: number }) => (
  <div class="stack" role="status" aria-busy="true">
    <span class="vh">{label}</span>
    {Array.from({ length: rows }, (_, i) => (
      <span class={`skel ${WIDTHS[i % WIDTHS.length]}`} />
    ))}
  </div>
);
