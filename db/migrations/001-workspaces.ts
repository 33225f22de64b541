import { Migration } from '@mikro-orm/migrations';

/** Tenants, people who sign in, and what they command. */
export class Workspaces extends Migration {
  override up(): void {
    this.addSql(`create extension if not exists pg_trgm`);
    this.addSql(`
      create table workspace (
        id uuid primary key default uuidv7(),
        name text not null,
        mode text not null check (mode in ('sandbox', 'live')),
        zone text not null,
        locale text not null default 'en-US',
        country text not null default 'US',
        currency text not null default 'USD',
        clock_offset_ms bigint not null default 0,
        daily_limit integer not null default 1000 check (daily_limit > 0),
        support_contact text,
        paused_at timestamptz,
        created_at timestamptz not null default now(),
        constraint live_time_is_real check (mode = 'sandbox' or clock_offset_ms = 0)
      )`);
    this.addSql(`
      create function workspace_now(workspace uuid) returns timestamptz language sql volatile as
      $$ select clock_timestamp() + coalesce((select clock_offset_ms from workspace where id = $1), 0) * interval '1 millisecond' $$`);
    this.addSql(`
      create table app_user (
        id uuid primary key default uuidv7(),
        email text not null unique check (email = lower(email)),
        name text not null,
        password_hash text,
        theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
        locale text,
        created_at timestamptz not null default now()
      )`);
    this.addSql(`
      create table seat (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null references workspace (id) on delete cascade,
        user_id uuid not null references app_user (id) on delete cascade,
        role text not null check (role in ('owner', 'admin', 'marketer', 'agent', 'viewer')),
        created_at timestamptz not null default now(),
        unique (workspace_id, id),
        unique (workspace_id, user_id)
      )`);
    this.addSql(`
      create table session (
        token_hash bytea primary key,
        user_id uuid not null references app_user (id) on delete cascade,
        workspace_id uuid references workspace (id) on delete set null,
        user_agent text,
        ip text,
        created_at timestamptz not null default now(),
        seen_at timestamptz not null default now(),
        expires_at timestamptz not null
      )`);
    this.addSql(`create index session_by_user on session (user_id)`);
    this.addSql(`
      create table one_time_link (
        id uuid primary key default uuidv7(),
        token_hash bytea not null unique,
        kind text not null check (kind in ('invitation', 'reset', 'owner')),
        email text,
        workspace_id uuid references workspace (id) on delete cascade,
        role text check (role in ('owner', 'admin', 'marketer', 'agent', 'viewer')),
        user_id uuid references app_user (id) on delete cascade,
        created_by uuid references app_user (id) on delete set null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        used_at timestamptz
      )`);
    // The shape that rate-limiter-flexible's PostgreSQL store expects.
    this.addSql(`create table sign_in_attempt (key varchar(255) primary key, points integer not null default 0, expire bigint)`);
    this.addSql(`
      create table "order" (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        user_id uuid references app_user (id) on delete set null,
        kind text not null,
        subject_type text not null,
        subject_id uuid,
        payload jsonb not null default '{}',
        result jsonb,
        ordered_at timestamptz not null default now(),
        unique (workspace_id, id)
      )`);
    this.addSql(`create index order_subject on "order" (workspace_id, subject_id, ordered_at desc)`);
    this.addSql(`
      create table outbox (
        id bigint generated always as identity primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        kind text not null,
        key text not null,
        payload jsonb not null default '{}',
        created_at timestamptz not null default now(),
        available_at timestamptz not null default now(),
        attempts integer not null default 0,
        last_error text
      )`);
    this.addSql(`create index outbox_available on outbox (available_at, id)`);
    this.addSql(`create index outbox_key on outbox (key, id)`);
    this.addSql(`
      create table ui_event (
        id bigint generated always as identity primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        topic text not null,
        ref_id uuid,
        kind text not null,
        at timestamptz not null default now(),
        xid xid8 not null default pg_current_xact_id()
      )`);
    this.addSql(`create index ui_event_xid on ui_event (xid)`);
    this.addSql(`create index ui_event_at on ui_event (at)`);
  }
}
