import { hx } from '../hx.ts';
import { Button } from '../kit/button.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Search } from '../kit/search.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { ConversationRow } from './conversation-row.tsx';
import type { InboxList, ViewCounts } from './types.ts';
import { ViewsMenu } from './views.tsx';
import { placeQuery } from './words.ts';

interface ListProps {
  ui: SeatedUi;
  list: InboxList;
}

/** The pane of the list: its view, the search, and the conversations. */
export const ListPane = ({ ui, list, counts }: ListProps & { counts: ViewCounts }) => {
  const t = ui.t.inbox.list;
  const title = list.q ? ui.t.inbox.empty.search.title : ui.t.inbox.views[list.view];
  return (
    <section class="pane list" id="list" aria-label={t.label(ui.t.inbox.views[list.view])}>
      <header class="list-head">
        <h2>{list.q ? ui.t.common.search : title}</h2>
        <ViewsMenu ui={ui} counts={counts} current={list.q ? null : list.view} />
        <Search
          ui={ui}
          label={t.search}
          placeholder={t.placeholder}
          action={paths.inbox()}
          target="#convs"
          value={list.q}
          keep={{ view: placeQuery(list).view }}
        />
      </header>
      <div class="pane-scroll" id="list-scroll">
        <Conversations ui={ui} list={list} />
      </div>
      {/* Filled by web/assets/js/inbox.js before the list is read anew. */}
      <div id="list-state" hidden>
        <input type="hidden" name="open" value={list.openId ?? ''} />
        <input type="hidden" name="rows" />
        <input type="hidden" name="held" />
        {/* For the sheet of keys; the script moves. */}
        <span data-key="j">{t.nextKey}</span>
        <span data-key="k">{t.previousKey}</span>
      </div>
    </section>
  );
};

/** The conversations themselves; they are read anew when something happens. */
export const Conversations = ({ ui, list }: ListProps) => {
  const t = ui.t.inbox.list;
  const live = hx({
    get: paths.inboxList(placeQuery(list)),
    trigger: 'refresh',
    include: '#list-state',
    swap: 'outerMorph',
  });
  return (
    <div id="convs" data-inbox-list {...live}>
      {list.q && (
        <p class="found" role="status">
          {t.found(list.rows.length, list.next !== null)}
        </p>
      )}
      {list.news > 0 && (
        <p class="list-news">
          <Button primary icon="up" data-show-news aria-label={t.newsLabel(list.news)}>
            {t.news(list.news)}
          </Button>
        </p>
      )}
      {list.rows.length === 0 ? (
        <Nothing ui={ui} list={list} />
      ) : (
        <ul class="convs" role="list">
          <ConversationRows ui={ui} list={list} />
        </ul>
      )}
    </div>
  );
};

/** The rows of one page and the way to the next; older pages follow in the same list. */
export const ConversationRows = ({ ui, list }: ListProps) => (
  <>
    {list.rows.map((row) => (
      <ConversationRow ui={ui} row={row} place={list} open={row.id === list.openId} />
    ))}
    {list.next && <Older ui={ui} list={list} before={list.next} />}
  </>
);

const Older = ({ ui, list, before }: ListProps & { before: string }) => {
  const href = paths.inboxList({ ...placeQuery(list), before, open: list.openId ?? undefined });
  return (
    <li class="older" {...hx({ get: href, trigger: 'intersect once', swap: 'outerHTML' })}>
      <a
        class="btn quiet"
        href={paths.inbox({ ...placeQuery(list), before })}
        {...hx({ get: href, target: 'closest li', swap: 'outerHTML' })}
      >
        {ui.t.inbox.list.older}
      </a>
    </li>
  );
};

const Nothing = ({ ui, list }: ListProps) => {
  const words = ui.t.inbox.empty[list.q ? 'search' : list.view];
  const isOpen = list.view === 'open' && !list.q;
  return (
    <div class="list-empty">
      <EmptyState
        title={words.title}
        act={isOpen ? undefined : <a href={paths.inbox()}>{ui.t.inbox.toOpen}</a>}
      >
        {words.why}
      </EmptyState>
    </div>
  );
};
