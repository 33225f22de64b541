import type { Ui } from '../ui.ts';
import { hx } from '../hx.ts';
import { Icon } from './icon.tsx';

interface SearchProps {
  ui: Ui;
  /** What is searched, for screen readers: "Search contacts". */
  label: string;
  placeholder?: string | undefined;
  /** The page that shows the results; its fragment answers while someone types. */
  action: string;
  /** The region with the results. Give it a line with `role="status"` that says how many there are. */
  target: `#${string}`;
  name?: string | undefined;
  value?: string | undefined;
  /** Other filters to keep: name and value. */
  keep?: Readonly<Record<string, string | undefined>> | undefined;
  hotkey?: string | undefined;
}

/** Searches while someone types; without script it is a form with an Enter key. */
export const Search = (props: SearchProps) => {
  const {
    ui,
    label,
    placeholder,
    action,
    target,
    name = 'q',
    value,
    keep = {},
    hotkey = '/',
  } = props;
  return (
    <form role="search" method="get" action={action} class="search">
      <Icon name="search" />
      <input
        class="input"
        type="search"
        name={name}
        value={value}
        aria-label={label}
        placeholder={placeholder}
        autocomplete="off"
        data-key={hotkey}
        {...hx({
          get: action,
          target,
          trigger: 'input changed delay:200ms, search',
          sync: 'this:replace',
          include: 'closest form',
          replaceUrl: true,
          swap: 'outerMorph',
        })}
      />
      {Object.entries(keep).map(([key, kept]) =>
        kept ? <input type="hidden" name={key} value={kept} /> : null,
      )}
      <button type="submit" class="vh">
        {ui.t.common.search}
      </button>
    </form>
  );
};
