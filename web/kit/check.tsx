import type { Child } from 'hono/jsx';
import type { Attrs } from './attrs.ts';
import { FieldError, fieldId } from './field.tsx';
import { valuesOf, type FormState } from './form-state.ts';

interface ChoiceProps extends Attrs {
  name: string;
  value?: string | undefined;
  label: Child;
  hint?: Child;
  form?: FormState | undefined;
  checked?: boolean | undefined;
  disabled?: boolean | undefined;
}

const stateOf = ({ name, value = 'on', form, checked, id }: ChoiceProps) => ({
  id: id ?? fieldId(value === 'on' ? name : `${name}-${value}`),
  value,
  checked: checked ?? valuesOf(form, name).includes(value),
});

/** One thing to tick. Several of one name make a list of choices. */
export const Checkbox = (props: ChoiceProps) => {
  const { label, hint, form, checked: _c, class: extra, ...rest } = props;
  const state = stateOf(props);
  const error = form?.errors[props.name];
  return (
    <div class={extra}>
      <label class="check">
        <input
          type="checkbox"
          {...rest}
          {...state}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error && `${state.id}-error`}
        />
        <span>
          {label}
          {hint && <span class="hint"> {hint}</span>}
        </span>
      </label>
      {error && <FieldError id={`${state.id}-error`}>{error}</FieldError>}
    </div>
  );
};

/** Something that is on or off at once, without a save. */
export const Switch = (props: ChoiceProps) => {
  const { label, hint, form: _f, checked: _c, class: extra, ...rest } = props;
  return (
    <label class={extra ? `switch ${extra}` : 'switch'}>
      <input type="checkbox" role="switch" {...rest} {...stateOf(props)} />
      <span>
        {label}
        {hint && <span class="hint"> {hint}</span>}
      </span>
    </label>
  );
};
