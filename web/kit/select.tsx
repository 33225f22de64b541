import { Field, wired, type FieldProps } from './field.tsx';
import { valueOf } from './form-state.ts';

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

interface SelectProps extends FieldProps {
  options: readonly Option[];
  value?: string | undefined;
  /** The empty choice that comes first. */
  empty?: string | undefined;
}

export const Select = (props: SelectProps) => {
  const { options: _o, value: _v, empty: _e, ...rest } = wired(props);
  const chosen = props.value ?? valueOf(props.form, props.name);
  return (
    <Field {...props}>
      <select class="input" {...rest}>
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {props.options.map((option) => (
          <option
            value={option.value}
            selected={option.value === chosen}
            disabled={option.disabled}
          >
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
};
