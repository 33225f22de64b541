import { phoneText } from '#domain/contacts/phone-text.ts';
import { hx } from '../hx.ts';
import { Menu } from '../kit/menu.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { PreviewProps } from './designer.ts';

export interface FoundReader {
  id: string;
  name: string;
  phone: string | null;
}

/** Chooses as whom the text is read. */
export const ReaderMenu = ({ ui, preview }: { ui: SeatedUi; preview: PreviewProps }) => {
  const t = ui.t.sequences.message;
  const { sequenceId, stepId } = preview;
  return (
    <div class="push">
      <Menu id="readers" label={t.readers} opener={t.another} openerIcon="person" atEnd>
        <div class="reader-menu">
          <input
            class="input"
            type="search"
            name="q"
            aria-label={t.findReader}
            placeholder={t.findReader}
            autocomplete="off"
            {...hx({
              get: paths.stepReaders(sequenceId, stepId),
              trigger: 'input changed delay:200ms, focus once',
              target: '#reader-list',
              swap: 'outerMorph',
              sync: 'this:replace',
            })}
          />
          <div id="reader-list" />
        </div>
      </Menu>
    </div>
  );
};

interface ReaderListProps {
  ui: SeatedUi;
  sequenceId: string;
  stepId: string;
  readers: readonly FoundReader[];
}

export const ReaderList = ({ ui, sequenceId, stepId, readers }: ReaderListProps) => {
  const t = ui.t.sequences.message;
  return (
    <div id="reader-list">
      {readers.map(({ id, name, phone }) => {
        const href = paths.step(sequenceId, stepId, { as: id });
        return (
          <a
            href={href}
            {...hx({
              get: paths.stepPreview(sequenceId, stepId, { as: id }),
              target: '#preview',
              swap: 'outerMorph',
            })}
          >
            <span>{name || t.unnamed}</span>
            {phone && <span class="muted small push">{phoneText(phone)}</span>}
          </a>
        );
      })}
      {readers.length === 0 && <p class="about">{t.noReader}</p>}
    </div>
  );
};
