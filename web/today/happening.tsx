import { Line, LineItem } from '../kit/line.tsx';
import { Rich } from '../kit/rich.tsx';
import { Section } from '../kit/section.tsx';
import { Time } from '../kit/time.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { HappeningRow } from './types.ts';

interface HappeningProps {
  ui: SeatedUi;
  rows: readonly HappeningRow[];
}

/** The latest of each conversation; more comes at the top by itself. */
export const Happening = ({ ui, rows }: HappeningProps) => {
  const said = ui.t.today.happening;
  return (
    <Section id="happening" title={said.title}>
      {rows.length === 0 ? (
        <p class="muted">{said.none}</p>
      ) : (
        <Line tight runs>
          {rows.map((row) => (
            <LineItem channel={row.kind === 'note' ? 'note' : (row.channel ?? undefined)}>
              <p>
                <a href={paths.conversation(row.conversationId)}>
                  <Rich text={sentence(ui, row)} />
                </a>
                <br />
                <span class="muted small">
                  <Time ui={ui} at={row.at} />
                  {stateOf(ui, row)}
                </span>
              </p>
            </LineItem>
          ))}
        </Line>
      )}
    </Section>
  );
};

function sentence(ui: SeatedUi, row: HappeningRow): string {
  const said = ui.t.today.happening;
  if (row.kind === 'note') return said.noted(row.author ?? row.contact, row.contact);
  if (row.direction === 'in') return heard(ui, row);
  return row.author ? said.answered(row.author, row.contact) : said.told(row.contact);
}

function heard(ui: SeatedUi, row: HappeningRow): string {
  const said = ui.t.today.happening;
  if (row.kind === 'call' || row.kind === 'voicemail') return said.called(row.contact);
  return row.pictures > 0 ? said.sentPictures(row.contact, row.pictures) : said.wrote(row.contact);
}

function stateOf(ui: SeatedUi, { direction, state }: HappeningRow): string {
  const told = direction === 'out' && state ? ui.t.today.happening.states[state] : undefined;
  return told ? `, ${told}` : '';
}
