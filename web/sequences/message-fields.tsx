import { messageText, type MessageStep } from '#domain/sequences/step.ts';
import { Input } from '../kit/input.tsx';
import { Textarea } from '../kit/textarea.tsx';
import type { SeatedUi } from '../ui.ts';
import type { DesignerProps } from './designer.ts';
import { stepFieldId } from './step-field-id.ts';
import { FieldPicker } from './field-picker.tsx';
import { TextSize } from './text-size.tsx';

interface Props {
  ui: SeatedUi;
  sequence: DesignerProps;
  step: MessageStep;
  autofocus: boolean;
}

export const MessageFields = ({ ui, sequence, step, autofocus }: Props) => {
  const t = ui.t.sequences;
  const { preview, revision } = sequence;
  const textId = stepFieldId('text', revision);
  return (
    <>
      <Input
        name="title"
        id={stepFieldId('title', revision)}
        label={t.designer.titleField}
        optional={ui.t.common.optional}
        value={step.title ?? ''}
        maxlength={80}
        autocomplete="off"
      />
      <Textarea
        name="text"
        id={textId}
        label={t.message.text}
        hint={t.message.textHint}
        value={messageText(step)}
        rows={6}
        maxlength={3000}
        autofocus={autofocus}
      />
      <div class="row">
        <FieldPicker ui={ui} into={textId} customFields={sequence.customFields} />
        {preview && <TextSize ui={ui} rendered={preview.rendered} />}
      </div>
    </>
  );
};
