import type { Rendered } from '#domain/sending/rendered.ts';
import { countSegments } from '#domain/sending/segments.ts';
import { Rich } from '../kit/rich.tsx';
import type { SeatedUi } from '../ui.ts';

/** How much of its segments the filled text takes. */
export const TextSize = ({ ui, rendered }: { ui: SeatedUi; rendered: Rendered }) => {
  const t = ui.t.sequences.message;
  if (rendered.kind !== 'text') return <span id="text-size" class="small push num" />;
  const { units, room, encoding, segments } = countSegments(rendered.text);
  return (
    <span id="text-size" class="small push num">
      <Rich text={t.size(units, room)} /> · {encoding} · <b>{t.segments(segments)}</b>
    </span>
  );
};
