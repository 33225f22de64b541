import type { Child } from 'hono/jsx';
import { cx, type Attrs } from './attrs.ts';

interface SegProps extends Attrs {
  name: string;
  label: string;
  /** In a form the label stands above, as with any field; in a bar it is for screen readers. */
  labelled?: boolean | undefined;
  value: string;
  options: readonly { value: string; label: Child; disabled?: boolean }[];
}

/** One of a few, all in sight: radio buttons in a row. */
export const Seg = (props: SegProps) => {
  const { name, label, labelled, value, options, class: extra, ...rest } = props;
  return (
    <fieldset class={cx('seg-field', extra)} {...rest}>
      <legend class={labelled ? undefined : 'vh'}>{label}</legend>
      <div class="seg">
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
      </div>
    </fieldset>
  );
};
