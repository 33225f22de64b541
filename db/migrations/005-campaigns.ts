import { Migration } from '@mikro-orm/migrations';

/** Sequences, campaigns, and each person's walk. */
export class Campaigns extends Migration {
  override up(): void {
    this.addSql(`
      create table sequence (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null references workspace (id) on delete cascade,
        name text not null,
        draft jsonb not null default '[]',
        revision integer not null default 0,
        undo jsonb not null default '[]',
        redo jsonb not null default '[]',
        edited_by uuid references app_user (id) on delete set null,
        edited_in text,
        edited_from integer not null default 0,
        archived_at timestamptz,
        created_by uuid references app_user (id) on delete set null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        unique (workspace_id, id)
      )`);
    this.addSql(`comment on column sequence.edited_in is 'The open page that has edited it since revision edited_from, with nobody between'`);
    this.addSql(`
      create table sequence_version (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null,
        sequence_id uuid not null,
        number integer not null,
        blocks jsonb not null,
        note text not null default '',
        published_by uuid references app_user (id) on delete set null,
        published_at timestamptz not null default now(),
        unique (workspace_id, id),
        unique (workspace_id, sequence_id, number),
        foreign key (workspace_id, sequence_id) references sequence (workspace_id, id) on delete cascade
      )`);
    this.addSql(`
      create function immutable_version() returns trigger language plpgsql as $$
      begin raise exception 'a published version is immutable'; end $$`);
    this.addSql(`create trigger immutable_version before update on sequence_version for each row execute function immutable_version()`);
    this.addSql(`
      create table campaign (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null references workspace (id) on delete cascade,
        name text not null,
        state text not null default 'draft' check (state in ('draft', 'launching', 'running', 'paused', 'stopped', 'complete')),
        sequence_id uuid,
        version_id uuid,
        audience jsonb not null default '{}',
        send_window jsonb not null,
        daily_limit integer not null default 125 check (daily_limit > 0),
        spread text not null default 'at-opening' check (spread in ('at-opening', 'over-the-day')),
        sender_ids uuid[] not null default '{}',
        consent_basis jsonb,
        alert text,
        created_by uuid references app_user (id) on delete set null,
        created_at timestamptz not null default now(),
        launched_at timestamptz,
        ended_at timestamptz,
        unique (workspace_id, id),
        foreign key (workspace_id, sequence_id) references sequence (workspace_id, id),
        foreign key (workspace_id, version_id) references sequence_version (workspace_id, id),
        constraint launched_is_whole check (state = 'draft' or version_id is not null)
      )`);
    this.addSql(`comment on column campaign.sender_ids is 'Empty means every sender in rotation'`);
    this.addSql(`
      create table campaign_pause (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null,
        campaign_id uuid not null,
        paused_at timestamptz not null,
        resumed_at timestamptz,
        paused_by uuid references app_user (id) on delete set null,
        reason text,
        foreign key (workspace_id, campaign_id) references campaign (workspace_id, id) on delete cascade
      )`);
    this.addSql(`create unique index campaign_pause_open on campaign_pause (workspace_id, campaign_id) where resumed_at is null`);
    this.addSql(`
      create table campaign_day (
        workspace_id uuid not null,
        campaign_id uuid not null,
        day date not null,
        planned integer not null default 0,
        sent integer not null default 0,
        primary key (workspace_id, campaign_id, day),
        foreign key (workspace_id, campaign_id) references campaign (workspace_id, id) on delete cascade
      )`);
    this.addSql(`
      create table workspace_day (
        workspace_id uuid not null references workspace (id) on delete cascade,
        day date not null,
        sent integer not null default 0,
        primary key (workspace_id, day)
      )`);
    this.addSql(`
      create table membership (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null,
        campaign_id uuid not null,
        contact_id uuid not null,
        address_id uuid,
        version_id uuid not null,
        entry integer not null default 1,
        state text not null check (state in ('excluded', 'enrolled', 'walking', 'ended')),
        excluded_reason text,
        planned_at timestamptz,
        planned_rank integer,
        step_id text,
        visit integer not null default 1,
        awaits text check (awaits in ('release', 'due', 'resume', 'person', 'delivery')),
        due_at timestamptz,
        held jsonb,
        send_now boolean not null default false,
        paused_at timestamptz,
        clock_offset_ms bigint not null default 0,
        started_at timestamptz,
        ending text,
        ending_label text,
        ended_at timestamptz,
        created_at timestamptz not null default now(),
        unique (workspace_id, id),
        unique (workspace_id, campaign_id, contact_id, entry),
        foreign key (workspace_id, campaign_id) references campaign (workspace_id, id) on delete cascade,
        foreign key (workspace_id, contact_id) references contact (workspace_id, id) on delete cascade,
        foreign key (workspace_id, address_id) references address (workspace_id, id),
        foreign key (workspace_id, version_id) references sequence_version (workspace_id, id),
        constraint ended_says_how check (state <> 'ended' or ending is not null),
        constraint excluded_says_why check (state <> 'excluded' or excluded_reason is not null)
      )`);
    this.addSql(`create index membership_release on membership (campaign_id, planned_rank) where started_at is null and state in ('enrolled', 'walking')`);
    this.addSql(`create index membership_campaign on membership (workspace_id, campaign_id, state, step_id)`);
    this.addSql(`create index membership_contact on membership (workspace_id, contact_id)`);
    this.addSql(`create index membership_open_address on membership (workspace_id, address_id) where state in ('enrolled', 'walking')`);
    this.addSql(`create index membership_parked on membership (campaign_id) where awaits = 'resume' and state = 'walking'`);
    this.addSql(`create index membership_due on membership (workspace_id, due_at) where state = 'walking'`);
    this.addSql(`create unique index membership_one_address on membership (workspace_id, campaign_id, address_id, entry) where state <> 'excluded'`);
  }
}
