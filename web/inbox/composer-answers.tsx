import { costlyCharacters, countSegments } from '#domain/sending/segments.ts';
import { longestText } from '#domain/sending/template.ts';
import { Button, LinkButton } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { Rich } from '../kit/rich.tsx';
import type { SeatedUi } from '../ui.ts';

/** How much of how many segments a text takes, and what makes it dear. */
export const Segments = ({ ui, body }: { ui: SeatedUi; body: string }) => {
  const t = ui.t.inbox.composer;
  const { segments, units, room } = countSegments(body);
  const costly = body.length <= longestText ? costlyCharacters(body) : [];
  return (
    <p id="segments" class="muted small">
      {body.length > longestText ? (
        <span class="is-danger">{t.long(body.length, longestText)}</span>
      ) : (
        <span>{body === '' ? t.nothing(room) : t.segments(units, room, segments)}</span>
      )}
      {costly.length > 0 && <span> {t.costly(costly.slice(0, 5))}</span>}
    </p>
  );
};

/** What is wrong with the answer; the text stays in the box. */
export const ComposerError = ({ children }: { children: string }) => (
  <div id="composer-said" role="alert">
    <p class="err">
      <Icon name="failed" />
      <span>{children}</span>
    </p>
  </div>
);

export const NothingSaid = () => <div id="composer-said" />;

interface CollisionProps {
  ui: SeatedUi;
  answer: { id: string; by: string; at: Date; body: string };
}

/** Somebody else was quicker: look, or send all the same. */
export const Collision = ({ ui, answer }: CollisionProps) => {
  const t = ui.t.inbox.composer;
  const ago = ui.format.duration(ui.now.getTime() - answer.at.getTime());
  return (
    <div id="composer-said" role="alert" class="collision">
      <p>
        <Rich text={t.answered(answer.by, ago)} />
      </p>
      <blockquote class="small" dir="auto">
        {answer.body}
      </blockquote>
      <div class="row">
        <LinkButton href={`#i-${answer.id}`}>{t.review}</LinkButton>
        <Button type="submit" danger name="anyway" value="1">
          {t.anyway}
        </Button>
      </div>
    </div>
  );
};
