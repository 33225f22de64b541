import { phoneText } from '#domain/contacts/phone-text.ts';
import { LinkButton } from '../kit/button.tsx';
import { Face } from '../kit/face.tsx';
import { Facts } from '../kit/facts.tsx';
import { Line, LineItem } from '../kit/line.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { Consents } from './person-consents.tsx';
import { languageName } from '../contacts/language.ts';
import type { Member, OpenConversation, Walk } from './types.ts';
import { personName } from './words.ts';

interface PersonProps {
  ui: SeatedUi;
  conversation: OpenConversation;
  members: readonly Member[];
  walks: readonly Walk[];
}

/** Who it is: where they are reached, what they agreed to, which campaigns they are in. */
export const PersonPane = ({ ui, conversation, walks }: PersonProps) => {
  const t = ui.t.inbox.person;
  const name = personName(ui, conversation, conversation.addresses[0]?.value);
  return (
    <aside class="pane person" id="person" aria-label={ui.t.inbox.thread.about(name)}>
      <div class="pane-scroll" tabindex={0} role="region" aria-label={t.region}>
        <LinkButton quiet class="back" icon="back" href="#thread">
          {t.back}
        </LinkButton>
        <section>
          <div class="id">
            <Face name={name} big />
            <div>
              <h2 dir="auto">
                <a href={paths.contact(conversation.contactId)}>{name}</a>
              </h2>
              <p class="muted small">
                {conversation.company && conversation.company !== name
                  ? conversation.company
                  : t.since(conversation.since)}
              </p>
            </div>
          </div>
          <Facts facts={factsOf(ui, conversation)} />
        </section>
        <Consents ui={ui} addresses={conversation.addresses} />
        <Walks ui={ui} walks={walks} />
      </div>
    </aside>
  );
};

/** Where it is too long for one line it breaks before its sign. */
const Email = ({ value }: { value: string }) => {
  const at = value.lastIndexOf('@');
  return (
    <>
      {value.slice(0, at)}
      <wbr />
      {value.slice(at)}
    </>
  );
};

function factsOf(ui: SeatedUi, conversation: OpenConversation) {
  const t = ui.t.inbox.person;
  const { addresses, city, region, zone, language, tags, notes } = conversation;
  const own = zone ?? addresses.find((address) => address.zone)?.zone;
  const time = own ? t.timeAt(ui.format.time(ui.now, own), ui.format.zoneName(own)) : '';
  return [
    ...addresses.map(({ kind, value }) => ({
      name: kind === 'phone' ? t.phone : t.email,
      value: kind === 'phone' ? phoneText(value) : <Email value={value} />,
    })),
    { name: t.place, value: [city, region].filter(Boolean).join(', ') },
    { name: t.localTime, value: time },
    { name: t.speaks, value: languageName(ui, language) },
    { name: t.tags, value: tags.join(', ') },
    { name: t.notes, value: notes },
  ].filter(({ value }) => value !== '');
}

const Walks = ({ ui, walks }: { ui: SeatedUi; walks: readonly Walk[] }) => {
  const t = ui.t.inbox.person;
  return (
    <section>
      <h3>{t.walks}</h3>
      {walks.length === 0 ? (
        <p class="muted small">{t.noWalks}</p>
      ) : (
        <Line tight>
          {walks.map((walk) => (
            <LineItem
              when={walk.state === 'walking' ? 'now' : walk.state === 'enrolled' ? 'next' : 'past'}
            >
              <p>
                <a href={paths.membership(walk.id)}>{walk.campaignName}</a>
                <br />
                <span class="muted small">{walkText(ui, walk)}</span>
              </p>
            </LineItem>
          ))}
        </Line>
      )}
    </section>
  );
};

function walkText(ui: SeatedUi, { state, ending, endedAt }: Walk): string {
  const t = ui.t.inbox.person;
  const how = ending ? ui.t.memberships.endings[ending] : '';
  const day = endedAt ? ui.format.day(endedAt) : '';
  return t.walk(t.walkState[state], [how, day].filter(Boolean).join(', '));
}
