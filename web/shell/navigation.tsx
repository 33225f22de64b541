import { hx } from '../hx.ts';
import { Count } from '../kit/count.tsx';
import { Icon } from '../kit/icon.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

const PLACES = [
  'today',
  'inbox',
  'contacts',
  'sequences',
  'campaigns',
  'imports',
  'senders',
  'settings',
] as const;

/** Where a page stands in the menu. */
export type Place = (typeof PLACES)[number];

/** On a phone the bar keeps these; the rest stands in the menu of more. */
const NARROW: readonly Place[] = ['today', 'inbox', 'sequences', 'campaigns'];

export const Navigation = ({ ui, current }: { ui: SeatedUi; current?: Place | undefined }) => (
  <nav class="nav" aria-label={ui.t.shell.main} {...boosted}>
    <ul>
      {PLACES.map((place) => (
        <li class={NARROW.includes(place) ? undefined : 'wide'}>
          <NavLink ui={ui} place={place} current={current} />
        </li>
      ))}
      <li class="more">
        <button type="button" popovertarget="more-pages">
          <Icon name="more" />
          {ui.t.shell.more}
        </button>
        <div
          id="more-pages"
          popover="auto"
          class="menu"
          role="group"
          aria-label={ui.t.shell.moreMenu}
        >
          {PLACES.filter((place) => !NARROW.includes(place)).map((place) => (
            <NavLink ui={ui} place={place} current={current} />
          ))}
        </div>
      </li>
    </ul>
  </nav>
);

// Moves between pages swap only the content; the stream of live messages stays open.
const boosted = hx({
  inherited: { boost: true, target: '#main', select: '#main', swap: 'outerHTML' },
});

const NavLink = ({
  ui,
  place,
  current,
}: {
  ui: SeatedUi;
  place: Place;
  current?: Place | undefined;
}) => (
  <a
    href={paths[place]()}
    aria-current={place === current ? 'page' : undefined}
    data-place={place}
    data-key={KEYS[place]}
  >
    <Icon name={place} />
    {ui.t[place].title}
    {place === 'inbox' && (
      <Count ui={ui} id="need-reply" n={ui.needReply} of={ui.t.shell.needReply(ui.needReply)} />
    )}
  </a>
);

const KEYS: Record<Place, string> = {
  today: 'g t',
  inbox: 'g i',
  contacts: 'g c',
  sequences: 'g s',
  campaigns: 'g a',
  imports: 'g m',
  senders: 'g n',
  settings: 'g e',
};
