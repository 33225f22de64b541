import { Field, wired, type FieldProps } from './field.tsx';
import { valueOf } from './form-state.ts';

export interface InputProps extends FieldProps {
  type?:
    | 'text'
    | 'email'
    | 'password'
    | 'search'
    | 'tel'
    | 'url'
    | 'number'
    | 'date'
    | 'time'
    | 'datetime-local'
    | undefined;
  value?: string | number | undefined;
  placeholder?: string | undefined;
  autocomplete?: string | undefined;
  inputmode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | undefined;
  min?: string | number | undefined;
  max?: string | number | undefined;
  step?: string | number | undefined;
  minlength?: number | undefined;
  maxlength?: number | undefined;
  pattern?: string | undefined;
  list?: string | undefined;
}

/** A line of text with its label; value and error come from `form` by name. */
export const Input = (props: InputProps) => {
  const { type = 'text', ...rest } = wired(props);
  return (
    <Field {...props}>
      <input
        class="input"
        {...rest}
        type={type}
        value={props.value ?? valueOf(props.form, props.name)}
      />
    </Field>
  );
};

/** A day and an hour in the reader's zone; take the value from `format.inputValue`. */
export const DateTime = (props: Omit<InputProps, 'type'>) => (
  <Input {...props} type="datetime-local" />
);
