import { Migration } from '@mikro-orm/migrations';

/** A telephone provider's past and present: its numbers and people, its conversations, calls and their parts. */
export class TelephoneHistory extends Migration {
  override up(): void {
    this.addSql(`alter table provider_account drop constraint provider_account_provider_check`);
    this.addSql(`alter table provider_account add constraint provider_account_provider_check check (provider in ('twilio', 'openphone'))`);
    this.addSql(`alter table provider_account add column webhook_kinds text[] not null default '{}'`);
    this.addSql(`alter table provider_account add column webhook_problem text`);
    this.addSql(`comment on column provider_account.webhook_kinds is 'Webhooks that lead here and were made by us, by what they tell of'`);
    this.addSql(`create unique index provider_account_once on provider_account (workspace_id, external_id) where provider = 'openphone'`);
    this.addSql(`alter table provider_event drop constraint provider_event_kind_check`);
    this.addSql(`alter table provider_event add constraint provider_event_kind_check check (kind in ('message', 'status', 'call', 'directory'))`);
    this.addSql(`comment on column provider_event.kind is 'The lane that applies it: what a person said, how far a message of ours came, calls and their parts, what changed in the provider''s own book'`);
    this.addSql(`create index provider_event_latest on provider_event (provider_account_id, received_at desc)`);
    this.addSql(`alter table contact drop constraint contact_source_check`);
    this.addSql(`alter table contact add constraint contact_source_check check (source in ('person', 'import', 'inbound', 'history'))`);
    this.addSql(`alter table contact_address drop constraint contact_address_added_by_check`);
    this.addSql(`alter table contact_address add constraint contact_address_added_by_check check (added_by in ('person', 'import', 'inbound', 'history'))`);

    this.addSql(`alter table provider_account add column watched_at timestamptz, add column known_until timestamptz`);
    this.addSql(`comment on column provider_account.known_until is 'Up to here the watch found nothing at the provider that is not here'`);

    this.addSql(`
      create table request_pace (
        workspace_id uuid not null,
        provider_account_id uuid not null,
        lane text not null check (lane in ('all', 'history')),
        free_at timestamptz not null default now(),
        primary key (provider_account_id, lane),
        foreign key (workspace_id, provider_account_id) references provider_account (workspace_id, id) on delete cascade
      )`);
    this.addSql(`comment on table request_pace is 'When the next request to a provider may go, over all processes'`);

    this.addSql(`
      create table provider_person (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null,
        provider_account_id uuid not null,
        external_id text not null,
        name text not null,
        email text,
        user_id uuid references app_user (id) on delete set null,
        gone_at timestamptz,
        unique (workspace_id, id),
        unique (provider_account_id, external_id),
        foreign key (workspace_id, provider_account_id) references provider_account (workspace_id, id) on delete cascade
      )`);
    this.addSql(`
      create table provider_number (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null,
        provider_account_id uuid not null,
        external_id text not null,
        value text not null,
        name text not null default '',
        sender_id uuid,
        gone_at timestamptz,
        unique (workspace_id, id),
        unique (provider_account_id, external_id),
        foreign key (workspace_id, provider_account_id) references provider_account (workspace_id, id) on delete cascade,
        foreign key (workspace_id, sender_id) references sender (workspace_id, id)
      )`);
    this.addSql(`comment on column provider_number.sender_id is 'The number of ours with the same value, also where it came from another provider'`);
    this.addSql(`
      create table provider_conversation (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null,
        provider_account_id uuid not null,
        provider_number_id uuid not null,
        external_id text not null,
        participants text[] not null,
        contact_id uuid not null,
        name text,
        assigned_to text,
        last_activity_at timestamptz,
        deleted_at timestamptz,
        unique (workspace_id, id),
        unique (provider_account_id, external_id),
        foreign key (workspace_id, provider_account_id) references provider_account (workspace_id, id) on delete cascade,
        foreign key (workspace_id, provider_number_id) references provider_number (workspace_id, id) on delete cascade,
        foreign key (workspace_id, contact_id) references contact (workspace_id, id) on delete cascade
      )`);
    this.addSql(`create index provider_conversation_walk on provider_conversation (provider_account_id, last_activity_at desc nulls last, id desc)`);
    this.addSql(`create index provider_conversation_number on provider_conversation (provider_number_id)`);
    this.addSql(`create index provider_conversation_contact on provider_conversation (workspace_id, contact_id)`);
    this.addSql(`comment on column provider_conversation.participants is 'The other side as the provider writes it, sorted; more than one is a group, kept whole with the first one''s contact'`);

    this.addSql(`
      create table call_record (
        interaction_id uuid primary key,
        workspace_id uuid not null,
        provider_account_id uuid not null,
        provider_id text not null,
        status text not null,
        answered_at timestamptz,
        completed_at timestamptz,
        duration_s integer,
        answered_by text,
        forwarded_from text,
        forwarded_to text,
        summary jsonb,
        transcript jsonb,
        voicemail jsonb,
        parts_asked_at timestamptz,
        parts_read_at timestamptz,
        unique (provider_account_id, provider_id),
        foreign key (workspace_id, interaction_id) references interaction (workspace_id, id) on delete cascade,
        foreign key (workspace_id, provider_account_id) references provider_account (workspace_id, id) on delete cascade
      )`);
    this.addSql(`create index call_record_unread on call_record (provider_account_id, interaction_id desc) where parts_read_at is null`);
    this.addSql(`create index interaction_account on interaction (provider_account_id, at desc) where provider_id is not null`);
    this.addSql(`alter table attachment add column role text not null default 'file' check (role in ('file', 'recording', 'voicemail'))`);
    this.addSql(`alter table attachment add column external_id text`);
    this.addSql(`alter table attachment add column duration_s integer`);
    this.addSql(`create unique index attachment_external on attachment (workspace_id, interaction_id, role, external_id) where external_id is not null`);
    this.addSql(`alter table conversation add column missed_at timestamptz`);
    this.addSql(`comment on column conversation.missed_at is 'When the last call came that nobody took and nobody has answered since'`);
    this.addSql(`create index conversation_missed on conversation (workspace_id, missed_at desc, id desc) where missed_at is not null`);

    this.addSql(`
      create table history_import (
        id uuid primary key,
        workspace_id uuid not null,
        provider_account_id uuid not null,
        kind text not null check (kind in ('whole', 'nightly', 'gap')),
        state text not null default 'running' check (state in ('running', 'paused', 'complete', 'failed', 'cancelled')),
        phase text not null default 'firm' check (phase in ('firm', 'conversations', 'exchange', 'parts', 'proof', 'repair')),
        since timestamptz,
        until timestamptz not null,
        per_second numeric not null default 5 check (per_second > 0 and per_second <= 10),
        numbers integer not null default 0,
        conversations_total integer,
        conversations integer not null default 0,
        messages integer not null default 0,
        calls integer not null default 0,
        parts_total integer,
        parts integer not null default 0,
        changed integer not null default 0,
        requests integer not null default 0,
        waits_for text,
        failure text,
        proof text check (proof in ('whole', 'holes')),
        proved_at timestamptz,
        created_by uuid references app_user (id) on delete set null,
        created_at timestamptz not null default now(),
        finished_at timestamptz,
        unique (workspace_id, id),
        foreign key (workspace_id, provider_account_id) references provider_account (workspace_id, id) on delete cascade
      )`);
    this.addSql(`create index history_import_account on history_import (workspace_id, provider_account_id, id desc)`);
    this.addSql(`create unique index history_import_one on history_import (provider_account_id) where kind = 'whole' and state in ('running', 'paused')`);
    this.addSql(`comment on column history_import.requests is 'Asked of the provider so far, with those that were tried again'`);
    this.addSql(`
      create table history_cursor (
        workspace_id uuid not null,
        history_import_id uuid not null,
        kind text not null check (kind in ('number', 'tail', 'conversation', 'proof-number', 'proof-conversation')),
        about uuid not null,
        list integer not null default 0,
        token text,
        seen_from timestamptz,
        seen_to timestamptz,
        stale integer not null default 0,
        restarts integer not null default 0,
        open boolean not null default true,
        done_at timestamptz,
        primary key (history_import_id, kind, about),
        foreign key (workspace_id, history_import_id) references history_import (workspace_id, id) on delete cascade
      )`);
    this.addSql(`create index history_cursor_open on history_cursor (history_import_id, kind) where open`);
    this.addSql(`comment on table history_cursor is 'Where an import stands in the lists of one number or conversation: written with the page itself, so that no page is lost or asked again'`);
    this.addSql(`
      create table history_problem (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null,
        history_import_id uuid not null,
        request text not null,
        about text not null default '',
        status integer,
        code text not null,
        attempt integer not null default 1,
        at timestamptz not null default now(),
        solved_at timestamptz,
        unique (history_import_id, request, about, code),
        foreign key (workspace_id, history_import_id) references history_import (workspace_id, id) on delete cascade
      )`);
    this.addSql(`comment on column history_problem.about is 'The provider''s id of what was asked for: a number, a conversation or a call'`);
    this.addSql(`
      create table history_tally (
        workspace_id uuid not null,
        history_import_id uuid not null,
        number_external_id text not null,
        conversation_external_id text not null,
        messages_theirs integer not null default 0,
        messages_ours integer not null default 0,
        calls_theirs integer not null default 0,
        calls_ours integer not null default 0,
        primary key (history_import_id, conversation_external_id),
        foreign key (workspace_id, history_import_id) references history_import (workspace_id, id) on delete cascade
      )`);
    this.addSql(`
      create table history_hole (
        workspace_id uuid not null,
        history_import_id uuid not null,
        kind text not null check (kind in ('conversation', 'message', 'call')),
        external_id text not null,
        number_external_id text not null,
        conversation_external_id text not null,
        found_at timestamptz not null default now(),
        mended_at timestamptz,
        primary key (history_import_id, kind, external_id),
        foreign key (workspace_id, history_import_id) references history_import (workspace_id, id) on delete cascade
      )`);
    this.addSql(`comment on table history_hole is 'What the provider has and we had not, when an import was proved'`);

    this.addSql(`
      alter table history_import
        add column paced_at timestamptz not null default now(),
        add column paced_requests integer not null default 0,
        add column paced_done integer not null default 0,
        add column requests_per_minute numeric,
        add column done_per_minute numeric`);
    this.addSql(`comment on column history_import.paced_at is 'Since when its pace is measured: a minute at least, and anew with each phase and state'`);
    this.addSql(`
      create function history_import_pace() returns trigger language plpgsql as $$
      declare
        minutes numeric := extract(epoch from clock_timestamp() - old.paced_at) / 60;
      begin
        if new.state = old.state and new.phase = old.phase then
          if minutes < 1 then return new; end if;
          new.requests_per_minute := (new.requests - old.paced_requests) / minutes;
          new.done_per_minute := (new.conversations + new.parts - old.paced_done) / minutes;
        else
          new.requests_per_minute := null;
          new.done_per_minute := null;
        end if;
        new.paced_at := clock_timestamp();
        new.paced_requests := new.requests;
        new.paced_done := new.conversations + new.parts;
        return new;
      end $$`);
    this.addSql(`create trigger history_import_pace before update on history_import for each row execute function history_import_pace()`);
  }
}
