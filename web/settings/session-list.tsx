import { absoluteDays, idleDays } from '#domain/access/session-rule.ts';
import { hx } from '../hx.ts';
import { Badge } from '../kit/badge.tsx';
import { Button } from '../kit/button.tsx';
import { Section } from '../kit/section.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { deviceOf } from './device.ts';

export interface SessionRow {
  id: string;
  userAgent: string | null;
  ip: string | null;
  /** On the clock of the workspace, like every time on the page. */
  createdAt: Date;
  seenAt: Date;
  current: boolean;
}

interface SessionListProps {
  ui: SeatedUi;
  sessions: readonly SessionRow[];
}

export const SessionList = ({ ui, sessions }: SessionListProps) => {
  const said = ui.t.settings.profile;
  return (
    <Section
      id="sessions"
      title={said.sessionsTitle}
      about={said.sessionsWhy(idleDays, absoluteDays)}
      acts={
        sessions.length > 1 && (
          <Button {...hx({ delete: paths.sessions(), target: '#sessions', swap: 'outerMorph' })}>
            {said.endOthers}
          </Button>
        )
      }
    >
      <ul class="rows">
        {sessions.map((session) => (
          <SessionItem ui={ui} session={session} />
        ))}
      </ul>
    </Section>
  );
};

const SessionItem = ({ ui, session }: { ui: SeatedUi; session: SessionRow }) => {
  const said = ui.t.settings.profile;
  const seen = deviceOf(session.userAgent);
  const device = seen ? said.device(seen.browser, seen.system) : said.unknownDevice;
  return (
    <li class="row">
      <span>
        <b>{device}</b> {session.current && <Badge tone="on">{said.thisOne}</Badge>}
        <br />
        <span class="muted small">
          {[session.ip, said.seen(session.seenAt), said.opened(session.createdAt)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {!session.current && (
        <Button
          class="push"
          aria-label={said.endOf(device)}
          {...hx({ delete: paths.session(session.id), target: '#sessions', swap: 'outerMorph' })}
        >
          {said.end}
        </Button>
      )}
    </li>
  );
};
