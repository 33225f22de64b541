import { Field, wired, type FieldProps } from './field.tsx';
import { valueOf } from './form-state.ts';

interface TextareaProps extends FieldProps {
  value?: string | undefined;
  rows?: number | undefined;
  placeholder?: string | undefined;
  maxlength?: number | undefined;
}

export const Textarea = (props: TextareaProps) => {
  const { value: _value, rows = 3, ...rest } = wired(props);
  return (
    <Field {...props}>
      {/* A browser drops the first line break inside a textarea. */}
      <textarea class="input" rows={rows} {...rest}>
        {`\n${props.value ?? valueOf(props.form, props.name) ?? ''}`}
      </textarea>
    </Field>
  );
};
