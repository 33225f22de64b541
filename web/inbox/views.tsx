import { inboxViews, type InboxView } from '#domain/inbox/views.ts';
import { hx } from '../hx.ts';
import { Badge } from '../kit/badge.tsx';
import { Button } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import type { IconName } from '../kit/icons.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { ViewCounts } from './types.ts';

const icons: Record<InboxView, IconName> = {
  open: 'inbox',
  'needs-reply': 'reply',
  mine: 'person',
  unassigned: 'unassigned',
  unread: 'sms',
  missed: 'voicemail',
  snoozed: 'snooze',
  failed: 'warn',
  done: 'check',
};

/** As many as are counted; beyond, a plus says so. */
const mostCounted = 1000;

interface ViewsProps {
  ui: SeatedUi;
  counts: ViewCounts;
  /** Null while a search looks everywhere. */
  current: InboxView | null;
}

// A move to another view is a move to another page: only the content is swapped.
const boosted = hx({
  inherited: { boost: true, target: '#main', select: '#main', swap: 'outerHTML' },
});

/** The standing questions of the inbox, each with its answer's size. */
export const Views = (props: ViewsProps) => {
  const { ui } = props;
  const t = ui.t.inbox;
  return (
    <nav class="pane inbox-views" aria-label={t.viewsLabel} {...boosted}>
      <div class="pane-scroll">
        <ViewList id="views" {...props} />
      </div>
      <div class="views-foot">
        <span class="when-live">
          <Badge tone="ok" icon="live">
            {t.live}
          </Badge>
        </span>
        <span class="when-not-live">
          <Badge tone="warn" icon="offline">
            {t.notLive}
          </Badge>
        </span>
        <Button quiet icon="keyboard" data-open-keys>
          {t.keys}
        </Button>
      </div>
    </nav>
  );
};

/** The same in a menu, where the window is too narrow for a column of its own. */
export const ViewsMenu = (props: ViewsProps) => {
  const { ui, current } = props;
  const t = ui.t.inbox;
  return (
    <div class="views-menu">
      <Button quiet popovertarget="views-menu">
        {current ? t.views[current] : t.list.search}
        <span class="vh">{t.chooseView}</span>
        <Icon name="open" />
      </Button>
      <div
        id="views-menu"
        popover="auto"
        class="menu"
        role="group"
        aria-label={t.viewsLabel}
        {...boosted}
      >
        <ViewList id="views-narrow" {...props} />
      </div>
    </div>
  );
};

/** A list of its own, so that counts can be told anew. */
export const ViewList = ({ ui, counts, current, id }: ViewsProps & { id: string }) => {
  const t = ui.t.inbox;
  return (
    <ul id={id} role="list">
      {inboxViews.map((view) => (
        <li>
          <a
            href={paths.inbox({ view: view === 'open' ? undefined : view })}
            aria-current={view === current ? 'page' : undefined}
          >
            <Icon name={icons[view]} />
            <span>{t.views[view]}</span>
            {view !== 'done' && counts[view] > 0 && (
              <span class="count soft push">{t.count(counts[view], mostCounted)}</span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
};
