import type { Child } from 'hono/jsx';
import type { Attrs } from './attrs.ts';
import type { FormState } from './form-state.ts';
import { Icon } from './icon.tsx';

/** What every field of a form takes. */
export interface FieldProps extends Attrs {
  name: string;
  label: Child;
  /** Kept for screen readers only. */
  hideLabel?: boolean | undefined;
  hint?: Child;
  /** Says that the field may stay empty. */
  optional?: string | undefined;
  form?: FormState | undefined;
  /** Set by hand where the form's state does not hold it. */
  error?: string | undefined;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
  autofocus?: boolean | undefined;
}

/** The id of the control of a field; the error summary links to it. */
export const fieldId = (name: string): string => `f-${name.replace(/[^\w-]+/g, '-')}`;

const OWN = ['label', 'hideLabel', 'hint', 'optional', 'form', 'error', 'class'] as const;

/** The attributes that tie a control to its label, hint and error; the rest goes to the control. */
export function wired<P extends FieldProps>(props: P) {
  const id = props.id ?? fieldId(props.name);
  const error = props.error ?? props.form?.errors[props.name];
  const about = [error && `${id}-error`, props.hint && `${id}-hint`].filter(Boolean).join(' ');
  const rest = Object.entries(props).filter(
    ([name]) => !OWN.includes(name as (typeof OWN)[number]),
  );
  return {
    ...(Object.fromEntries(rest) as Omit<P, (typeof OWN)[number]>),
    id,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': about || undefined,
  };
}

/** Label, control, hint and error in that order. */
export const Field = ({ children, ...props }: FieldProps & { children: Child }) => {
  const id = props.id ?? fieldId(props.name);
  const error = props.error ?? props.form?.errors[props.name];
  return (
    <div class={props.class ? `field ${props.class}` : 'field'}>
      <label for={id} class={props.hideLabel ? 'vh' : undefined}>
        {props.label}
        {props.optional && <span class="opt"> {props.optional}</span>}
      </label>
      {children}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {props.hint && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  );
};

export const FieldError = ({ id, children }: { id: string; children: Child }) => (
  <p class="err" id={id}>
    <Icon name="failed" />
    <span>{children}</span>
  </p>
);
