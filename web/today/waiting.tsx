import type { Child } from 'hono/jsx';
import { Section } from '../kit/section.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { TodayProps } from './types.ts';

interface WaitingProps {
  ui: SeatedUi;
  counts: TodayProps['counts'];
}

/** What no process can decide: each line leads to where a person does. */
export const Waiting = ({ ui, counts }: WaitingProps) => {
  const lines = linesOf(ui, counts).filter(({ n }) => n > 0);
  return (
    <Section id="waiting" title={ui.t.today.person.title}>
      {lines.length === 0 ? (
        <p class="muted">{ui.t.today.person.none}</p>
      ) : (
        <table class="table">
          <tbody>
            {lines.map(({ href, label, about, n, warn }) => (
              <tr>
                <td>
                  <a href={href}>{label}</a>
                </td>
                <td class="muted">{about}</td>
                <td class="n">
                  <b class={warn ? 'is-warn' : undefined}>{ui.format.number(n)}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
};

interface Line {
  href: string;
  label: string;
  about: Child;
  n: number;
  warn?: boolean;
}

const lateMs = 30 * 60_000;

function linesOf(ui: SeatedUi, counts: TodayProps['counts']): Line[] {
  const said = ui.t.today.person;
  const waitedMs = counts.oldestAt ? ui.now.getTime() - counts.oldestAt.getTime() : 0;
  return [
    {
      href: paths.inbox(),
      label: said.conversations,
      about: counts.oldestAt && said.oldest(waitedMs),
      n: counts.needReply,
      warn: waitedMs > lateMs,
    },
    {
      href: paths.inbox({ view: 'failed' }),
      label: said.undelivered,
      about: said.names(counts.undeliveredNames, counts.undelivered),
      n: counts.undelivered,
    },
    {
      href: paths.unconfirmed(),
      label: said.unconfirmed,
      about: counts.unconfirmedSince && said.since(counts.unconfirmedSince),
      n: counts.unconfirmed,
      warn: true,
    },
    {
      href: paths.webhookEvents(),
      label: said.deadLetters,
      about: said.deadWhy,
      n: counts.deadLetters,
    },
    {
      href: paths.webhookEvents(),
      label: said.quarantined,
      about: said.quarantinedWhy,
      n: counts.quarantined,
    },
  ];
}
