import { Field, wired, type FieldProps } from './field.tsx';
import { Icon } from './icon.tsx';

interface FileDropProps extends FieldProps {
  /** "Choose a file, or drop it here" */
  invite: string;
  accept?: string | undefined;
  /** Bytes; refused in the browser before the upload, and again by the server. */
  maxBytes?: number | undefined;
  tooLarge?: string | undefined;
}

/** The input itself lies over the whole area, so that dropping needs no script. */
export const FileDrop = (props: FileDropProps) => {
  const { invite: _i, maxBytes: _m, tooLarge: _t, ...rest } = wired(props);
  return (
    <Field {...props}>
      <div class="drop">
        <Icon name="upload" />
        <span data-file-name>{props.invite}</span>
        <input
          type="file"
          {...rest}
          data-max-bytes={props.maxBytes}
          data-too-large={props.tooLarge}
        />
      </div>
    </Field>
  );
};
