import type { Child } from 'hono/jsx';
import type { Attrs } from './attrs.ts';

interface SegProps extends Attrs {
  name: string;
  label: string;
  value: string;
  options: readonly { value: string; label: Child; disabled?: boolean }[];
}

/** One of a few, all in sight: radio buttons in a row. */
export const Seg = ({ name, label, value, options, class: extra, ...rest }: SegProps) => (
  <fieldset class={extra ? `seg ${extra}` : 'seg'} {...rest}>
    <legend class="vh">{label}</legend>
    {options.map((option) => (
      <label>
        <input
          type="radio"
          name={name}
          value={option.value}
          checked={option.value === value}
          disabled={option.disabled}
        />
        {option.label}
      </label>
    ))}
  </fieldset>
);
