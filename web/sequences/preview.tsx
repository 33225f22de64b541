import { phoneText } from '#domain/contacts/phone-text.ts';
import type { Rendered } from '#domain/sending/rendered.ts';
import { estimatePrice } from '#domain/sending/price.ts';
import { costlyCharacters, countSegments } from '#domain/sending/segments.ts';
import { Facts } from '../kit/facts.tsx';
import type { SeatedUi } from '../ui.ts';
import type { PreviewProps } from './designer.ts';
import { ReaderMenu } from './reader-menu.tsx';

interface Props {
  ui: SeatedUi;
  preview: PreviewProps;
}

/** The text as one person gets it, filled by what the sender uses, and what it takes and costs. */
export const Preview = ({ ui, preview }: Props) => {
  const t = ui.t.sequences.message;
  const { reader, rendered, stepId } = preview;
  const name = readerName(ui, preview);
  return (
    <section class="preview" id="preview" aria-label={t.asNobody}>
      <header class="row">
        <h3>{reader ? t.asRead(name) : t.asNobody}</h3>
        {reader && <ReaderMenu ui={ui} preview={preview} />}
      </header>
      {reader && (
        <input id="preview-as" type="hidden" name="as" value={reader.id} form={`form-${stepId}`} />
      )}
      <div class="phone-bit">
        {reader?.phone && <p class="from">{phoneText(reader.phone)}</p>}
        <Bubble ui={ui} rendered={rendered} name={name} />
      </div>
      {!reader && <p class="hint">{t.nobody}</p>}
      {rendered.kind === 'text' && (
        <Measures ui={ui} text={rendered.text} country={preview.country} />
      )}
    </section>
  );
};

function readerName(ui: SeatedUi, { reader }: PreviewProps): string {
  return reader?.name || (reader?.phone ? phoneText(reader.phone) : ui.t.sequences.message.unnamed);
}

const Bubble = ({ ui, rendered, name }: { ui: SeatedUi; rendered: Rendered; name: string }) => {
  const t = ui.t.sequences.message;
  switch (rendered.kind) {
    case 'text':
      return <p class="sms-bubble">{rendered.text}</p>;
    case 'missing':
      return (
        <p class="sms-bubble is-warn">
          {t.missing(name, ui.format.list(rendered.fields.map((key) => t.fields[key] ?? key)))}
        </p>
      );
    case 'broken':
      return rendered.code === 'empty' ? (
        <p class="sms-bubble muted">{t.empty}</p>
      ) : (
        <p class="sms-bubble is-danger">
          {t.broken(ui.t.sequences.issues.broken(rendered.code, rendered.found))}
        </p>
      );
  }
};

const Measures = ({ ui, text, country }: { ui: SeatedUi; text: string; country: string }) => {
  const t = ui.t.sequences.message;
  const { encoding, segments, units, room } = countSegments(text);
  const costly = costlyCharacters(text);
  const price = estimatePrice({ provider: 'twilio', country, segments });
  return (
    <Facts
      facts={[
        {
          name: t.facts.size,
          value: (
            <>
              <b>{t.segments(segments)}</b>, {t.left(room - units)}
            </>
          ),
        },
        {
          name: t.facts.encoding,
          value: (
            <>
              {t.encodings[encoding]}
              {costly.length > 0 && <>, {t.costly(costly.join(' '))}</>}
            </>
          ),
        },
        {
          name: t.facts.cost,
          value:
            price.micros === null
              ? t.unpriced(country)
              : t.each(ui.format.unitPrice(price.micros, price.currency)),
        },
        { name: t.facts.sender, value: t.senderText },
      ]}
    />
  );
};
