import type { Child } from 'hono/jsx';
import type { Ui } from '../ui.ts';
import { cx, type Attrs } from './attrs.ts';
import { ChannelTag, type ChannelName } from './channel-tag.tsx';
import { Time } from './time.tsx';

interface BubbleProps extends Attrs {
  ui: Ui;
  /** `out` is from us, `memo` is a note that stays inside. */
  kind: 'in' | 'out' | 'memo';
  who: Child;
  channel: ChannelName;
  /** "to (603) 555-0161" */
  via?: Child;
  at: Date | string;
  text: Child;
  /** Pictures and files, below the text. */
  media?: Child;
  /** Delivered, failed, by which campaign. */
  foot?: Child;
}

/** One message as it was written: line breaks stay. */
export const Bubble = (props: BubbleProps) => {
  const { ui, kind, who, channel, via, at, text, media, foot, class: extra, ...rest } = props;
  return (
    <article class={cx('msg', kind === 'out' && 'out', extra)} {...rest}>
      <header>
        <b>{who}</b>
        <ChannelTag ui={ui} channel={channel} />
        {via && <span>{via}</span>}
        <Time ui={ui} at={at} as="time" />
      </header>
      {text && (
        <div
          class={kind === 'memo' ? 'memo' : cx('bubble', kind === 'out' && 'out')}
          data-ch={kind === 'memo' ? 'note' : undefined}
        >
          {text}
        </div>
      )}
      {media}
      {foot && <footer>{foot}</footer>}
    </article>
  );
};
