import { Badge } from '../kit/badge.tsx';
import { Button } from '../kit/button.tsx';
import { ChannelTag } from '../kit/channel-tag.tsx';
import { Money } from '../kit/money.tsx';
import { Pager } from '../kit/pager.tsx';
import { Section } from '../kit/section.tsx';
import { BulkBar, SelectCell, Table } from '../kit/table.tsx';
import type { SeatedUi } from '../ui.ts';
import { people } from './samples.ts';

export const TableSection = ({ ui }: { ui: SeatedUi }) => {
  const say = ui.t.styleguide.table;
  const marks = ui.t.styleguide.marks;
  return (
    <Section id="tables" title={say.title}>
      <form action="#tables" class="stack">
        <BulkBar ui={ui}>
          <Button type="submit">{say.release}</Button>
        </BulkBar>
        <Table
          ui={ui}
          label={say.name}
          selectable
          columns={[
            { label: say.person, sortHref: '#tables', sorted: 'down' },
            { label: say.channel },
            { label: say.know },
            { label: say.cost, figures: true },
            { label: say.state },
          ]}
        >
          {people.map((name) => (
            <tr>
              <SelectCell ui={ui} value={name} of={name} />
              <th scope="row">
                <a href="#tables">{name}</a>
              </th>
              <td>
                <ChannelTag ui={ui} channel="email" />
              </td>
              <td>{say.noAnswer(ui.now)}</td>
              <td class="n">
                <Money ui={ui} micros={900} currency="USD" unit />
              </td>
              <td>
                <Badge tone="warn" icon="unknown">
                  {marks.unconfirmed}
                </Badge>
              </td>
            </tr>
          ))}
        </Table>
      </form>
      <Pager
        ui={ui}
        label={say.pages}
        about={say.about(7060)}
        firstHref="#tables"
        nextHref="#tables"
      />
    </Section>
  );
};
