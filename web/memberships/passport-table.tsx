import type { Look, Passport } from '#domain/sending/passport.ts';
import { Badge } from '../kit/badge.tsx';
import type { SeatedUi } from '../ui.ts';
import type { StepSend } from './membership.ts';

interface Props {
  ui: SeatedUi;
  send: StepSend;
  passport: Passport;
  /** The one that stands now is open. */
  open: boolean;
}

/** Every rule that was looked at, what it found and what it said. */
export const PassportTable = ({ ui, send, passport, open }: Props) => {
  const t = ui.t.memberships;
  return (
    <details class="data" open={open}>
      <summary>{t.passport(passport.looks.length, send.decidedAt)}</summary>
      <table class="table close passport">
        <thead>
          <tr>
            <th scope="col">{t.lookedAt}</th>
            <th scope="col">{t.found}</th>
            <th scope="col" class="end">
              {t.so}
            </th>
          </tr>
        </thead>
        <tbody>
          {passport.looks.map((look) => (
            <tr class={look.verdict === 'passed' ? undefined : 'hit'}>
              <td>{t.rules[look.rule]}</td>
              <td>{t.foundBy(look.rule, look.code, look.values)}</td>
              <td class="end">
                <Verdict ui={ui} look={look} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};

const Verdict = ({ ui, look }: { ui: SeatedUi; look: Look }) => {
  const t = ui.t.memberships;
  switch (look.verdict) {
    case 'passed':
      return <span class="is-ok small">{t.passed}</span>;
    case 'held':
      return (
        <Badge tone="warn" icon="clock">
          {look.until ? t.notBefore(new Date(look.until)) : t.blocked}
        </Badge>
      );
    case 'blocked':
      return <Badge tone="danger">{t.blocked}</Badge>;
  }
};
