import { Migration } from '@mikro-orm/migrations';

/** Whom we send through, and from which number. */
export class Senders extends Migration {
  override up(): void {
    this.addSql(`
      create table provider_account (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null references workspace (id) on delete cascade,
        provider text not null check (provider in ('twilio')),
        key text not null unique,
        name text not null,
        external_id text not null,
        credentials bytea not null,
        mode text not null check (mode in ('sandbox', 'live')),
        state text not null default 'active' check (state in ('active', 'paused', 'refused')),
        checked_at timestamptz,
        check_result text,
        created_at timestamptz not null default now(),
        unique (workspace_id, id)
      )`);
    this.addSql(`
      create function account_mode_fits() returns trigger language plpgsql as $$
      begin
        if new.mode <> (select mode from workspace where id = new.workspace_id) then
          raise exception 'a % account cannot be used in this workspace', new.mode using errcode = 'check_violation';
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger account_mode_fits before insert or update on provider_account for each row execute function account_mode_fits()`);
    this.addSql(`
      create table sender (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null,
        provider_account_id uuid not null,
        value text not null,
        name text not null default '',
        channels text[] not null default '{sms}',
        country text not null,
        region text,
        area_code text,
        rate_per_second numeric not null default 1 check (rate_per_second > 0),
        daily_cap integer not null default 1000 check (daily_cap >= 0),
        rotation boolean not null default true,
        priority integer not null default 10,
        state text not null default 'active' check (state in ('active', 'paused', 'alert')),
        paused_reason text,
        confirms text not null default 'us' check (confirms in ('us', 'provider')),
        last_used_at timestamptz,
        free_at timestamptz,
        created_at timestamptz not null default now(),
        unique (workspace_id, id),
        unique (workspace_id, value),
        foreign key (workspace_id, provider_account_id) references provider_account (workspace_id, id)
      )`);
    this.addSql(`alter table address add foreign key (workspace_id, sender_id) references sender (workspace_id, id)`);
    this.addSql(`
      create table sender_pool (
        workspace_id uuid primary key references workspace (id) on delete cascade
      )`);
    this.addSql(`
      create function pool_for_workspace() returns trigger language plpgsql as $$
      begin insert into sender_pool (workspace_id) values (new.id); return null; end $$`);
    this.addSql(`create trigger pool_for_workspace after insert on workspace for each row execute function pool_for_workspace()`);
    this.addSql(`comment on table sender_pool is 'One row a workspace: its lock puts the rotation of senders in order'`);
    this.addSql(`
      create table sender_day (
        workspace_id uuid not null,
        sender_id uuid not null,
        day date not null,
        sent integer not null default 0,
        primary key (workspace_id, sender_id, day),
        foreign key (workspace_id, sender_id) references sender (workspace_id, id) on delete cascade
      )`);
  }
}
