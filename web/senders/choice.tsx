import { phoneText } from '#domain/contacts/phone-text.ts';
import { Rich } from '../kit/rich.tsx';
import { Section } from '../kit/section.tsx';
import type { SeatedUi } from '../ui.ts';
import { nextSender } from './next-sender.ts';
import type { SenderProps } from './senders.ts';

/** By what rule a message gets its number, and which one would be next. */
export const Choice = ({ ui, senders }: { ui: SeatedUi; senders: readonly SenderProps[] }) => {
  const t = ui.t.senders.choice;
  const next = nextSender(ui, senders);
  return (
    <Section id="choice" title={t.title}>
      <ol class="choice">
        <li>
          <Rich text={t.known} />
        </li>
        <li>
          <Rich text={t.free} />
          <ul class="plain-list">
            <li>{t.areaCode}</li>
            <li>{t.region}</li>
            <li>{t.idle}</li>
          </ul>
        </li>
      </ol>
      <p class="after">{next ? <Rich text={t.next(phoneText(next.value))} /> : t.nobody}</p>
    </Section>
  );
};
