import { fieldKey, standardFields } from '#domain/sending/merge-fields.ts';
import { Menu } from '../kit/menu.tsx';
import type { SeatedUi } from '../ui.ts';

interface Props {
  ui: SeatedUi;
  /** Id of the text that a field is put into. */
  into: string;
  customFields: readonly string[];
}

/** The fields that a text may name; a press puts one where the cursor stands. */
export const FieldPicker = ({ ui, into, customFields }: Props) => {
  const t = ui.t.sequences.message;
  return (
    <Menu id="fields-menu" label={t.fieldMenu} opener={t.field} openerIcon="braces">
      <div class="fields-list">
        {standardFields.map(({ key, always, aliases }) => (
          <button type="button" data-insert={written(ui, key, always)} data-into={into}>
            <span>
              {t.fields[key]}
              <span class="muted small">
                {' '}
                {t.aliases(aliases.map((word) => `{${word}}`).join(' '))}
              </span>
            </span>
            <code class="push">{`{${key}}`}</code>
          </button>
        ))}
        {customFields.length > 0 && (
          <>
            <hr />
            <p class="about">{t.own}</p>
            {customFields.map((label) => (
              <button
                type="button"
                data-insert={written(ui, fieldKey(label), false)}
                data-into={into}
              >
                <span>{label}</span>
                <code class="push">{`{${fieldKey(label)}}`}</code>
              </button>
            ))}
          </>
        )}
      </div>
    </Menu>
  );
};

/** With other words for those who have none, so that nobody is left out unawares. */
function written(ui: SeatedUi, key: string, always: boolean): string {
  const t = ui.t.sequences.message;
  return always ? `{${key}}` : `{${key}|${t.fallbacks[key] ?? t.otherWords}}`;
}
