import type { PropsWithChildren, Child } from 'hono/jsx';
import { cx, type Attrs } from './attrs.ts';

interface SectionProps extends Attrs {
  /** Unique on the page; the heading is `<id>-title`. */
  id: string;
  title: Child;
  about?: Child;
  acts?: Child;
}

/** A part of a page under its heading. */
export const Section = ({ children, ...props }: PropsWithChildren<SectionProps>) => {
  const { id, title, about, acts, class: extra, ...rest } = props;
  return (
    <section class={cx('sec', extra)} id={id} aria-labelledby={`${id}-title`} {...rest}>
      <header>
        <h2 id={`${id}-title`}>{title}</h2>
        {about && <p>{about}</p>}
        {acts && <div class="row push">{acts}</div>}
      </header>
      {children}
    </section>
  );
};
