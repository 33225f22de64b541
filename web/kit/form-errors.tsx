import type { Ui } from '../ui.ts';
import { Banner } from './banner.tsx';
import { fieldId } from './field.tsx';
import type { FormState } from './form-state.ts';

interface FormErrorsProps {
  ui: Ui;
  form: FormState;
  /** Field name to the word that names it in the summary. Fields left out go by their error alone. */
  labels?: Readonly<Record<string, string>>;
  /** Leaves the focus where it is. */
  still?: boolean | undefined;
}

/**
 * What is to be corrected, each with a link to its field; takes the focus when it appears. An error
 * under the name '' concerns the form as a whole.
 */
export const FormErrors = ({ ui, form, labels = {}, still }: FormErrorsProps) => {
  const { '': whole, ...fields } = form.errors;
  const errors = Object.entries(fields);
  if (!whole && errors.length === 0) return null;
  return (
    <Banner tone="danger" role="alert" tabindex={-1} autofocus={!still}>
      {whole && <p>{whole}</p>}
      {errors.length > 0 && (
        <>
          <b>{ui.t.errors.summary(errors.length)}</b>
          <ul class="plain-list">
            {errors.map(([name, message]) => (
              <li>
                <a href={`#${fieldId(name)}`}>{labels[name] ?? message}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Banner>
  );
};
