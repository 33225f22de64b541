import { LinkButton } from '../kit/button.tsx';
import { Section } from '../kit/section.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { ReviewProps } from './review.ts';

/** The messages as some of the people will read them, rendered as the sender does. */
export const SampleMessages = ({ ui, review }: { ui: SeatedUi; review: ReviewProps }) => {
  const t = ui.t.campaigns.review;
  if (review.sample.length === 0) return null;
  return (
    <Section id="sample" title={t.sample}>
      {review.sample.map(({ contactId, name, phone, texts }, index) => (
        <details class="data" open={index === 0}>
          <summary>{name || phone}</summary>
          <ol class="stack sample-texts" role="list">
            {texts.map((text) => (
              <li class="bubble out">{text}</li>
            ))}
          </ol>
          <LinkButton quiet icon="person" href={paths.contact(contactId)}>
            {t.seeContact(name || phone)}
          </LinkButton>
        </details>
      ))}
    </Section>
  );
};
