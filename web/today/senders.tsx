import { phoneText } from '#domain/contacts/phone-text.ts';
import { Badge } from '../kit/badge.tsx';
import { Section } from '../kit/section.tsx';
import { Table } from '../kit/table.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

import type { SenderToday, TodayProps } from './types.ts';

interface SendersProps {
  ui: SeatedUi;
  senders: TodayProps['senders'];
}

export const Senders = ({ ui, senders: { troubled, all } }: SendersProps) => {
  const said = ui.t.today.senders;
  return (
    <Section
      id="senders"
      title={said.title}
      about={troubled.length > 0 && said.of(troubled.length, all)}
    >
      {troubled.length === 0 ? (
        <p class="muted">{said.none(all)}</p>
      ) : (
        <Table
          ui={ui}
          label={said.table}
          columns={[
            { label: said.number },
            { label: said.delivered, figures: true },
            { label: said.state },
          ]}
        >
          {troubled.map((sender) => (
            <SenderLine ui={ui} sender={sender} />
          ))}
        </Table>
      )}
    </Section>
  );
};

const poor = 0.85;

const SenderLine = ({ ui, sender }: { ui: SeatedUi; sender: SenderToday }) => {
  const said = ui.t.today.senders;
  const { known, delivered, state } = sender;
  const look = delivered < known * poor ? 'n is-danger' : 'n is-warn';
  return (
    <tr>
      <td>
        <a href={paths.sender(sender.id)}>{phoneText(sender.value)}</a>
      </td>
      <td class={known === 0 ? 'n muted' : look}>
        {known === 0 ? said.few : ui.format.share(delivered, known)}
      </td>
      <td>
        <Badge
          tone={state === 'active' ? 'plain' : 'warn'}
          icon={state === 'active' ? undefined : 'pause'}
        >
          {said.states[state]}
        </Badge>
      </td>
    </tr>
  );
};
