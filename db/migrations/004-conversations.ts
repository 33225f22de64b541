import { Migration } from '@mikro-orm/migrations';

/** All exchange with one contact, over channels and senders. */
export class Conversations extends Migration {
  override up(): void {
    this.addSql(`
      create table conversation (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null,
        contact_id uuid not null,
        state text not null default 'open' check (state in ('open', 'snoozed', 'done')),
        snoozed_until timestamptz,
        assignee_id uuid references app_user (id) on delete set null,
        last_interaction_id uuid,
        last_at timestamptz not null,
        last_inbound_at timestamptz,
        last_outbound_at timestamptz,
        last_channel text,
        last_direction text,
        last_author_id uuid references app_user (id) on delete set null,
        preview text not null default '',
        needs_reply boolean not null default false,
        failed_sends integer not null default 0,
        created_at timestamptz not null default now(),
        unique (workspace_id, id),
        unique (workspace_id, contact_id),
        foreign key (workspace_id, contact_id) references contact (workspace_id, id) on delete cascade
      )`);
    this.addSql(`create index conversation_list on conversation (workspace_id, state, last_at desc, id desc) include (last_inbound_at)`);
    this.addSql(`create index conversation_latest on conversation (workspace_id, last_at desc, id desc)`);
    this.addSql(`create index conversation_assignee on conversation (workspace_id, assignee_id, state, last_at desc)`);
    this.addSql(`create index conversation_needs_reply on conversation (workspace_id, last_at desc) where needs_reply`);
    this.addSql(`create index conversation_failed on conversation (workspace_id, last_at desc) where failed_sends > 0`);
    this.addSql(`create index conversation_snoozed on conversation (snoozed_until) where state = 'snoozed'`);
    this.addSql(`
      create table interaction (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null,
        conversation_id uuid not null,
        contact_id uuid not null,
        kind text not null check (kind in ('message', 'email', 'call', 'voicemail', 'note', 'event')),
        channel text check (channel in ('sms', 'whatsapp', 'email', 'call')),
        direction text check (direction in ('in', 'out')),
        body text not null default '',
        at timestamptz not null,
        address_id uuid,
        sender_id uuid,
        send_id uuid,
        provider_account_id uuid,
        provider_id text,
        state text,
        author_id uuid references app_user (id) on delete set null,
        campaign_id uuid,
        detail jsonb not null default '{}',
        created_at timestamptz not null default now(),
        unique (workspace_id, id),
        foreign key (workspace_id, conversation_id) references conversation (workspace_id, id) on delete cascade,
        foreign key (workspace_id, contact_id) references contact (workspace_id, id) on delete cascade,
        foreign key (workspace_id, address_id) references address (workspace_id, id),
        foreign key (workspace_id, sender_id) references sender (workspace_id, id)
      )`);
    this.addSql(`create unique index interaction_provider on interaction (provider_account_id, provider_id) where provider_id is not null`);
    this.addSql(`create index interaction_thread on interaction (workspace_id, conversation_id, at desc, id desc)`);
    this.addSql(`create index interaction_body on interaction using gin (body gin_trgm_ops)`);
    this.addSql(`create index interaction_send on interaction (send_id) where send_id is not null`);
    this.addSql(`
      create table participant (
        workspace_id uuid not null,
        conversation_id uuid not null,
        address_id uuid not null,
        primary key (workspace_id, conversation_id, address_id),
        foreign key (workspace_id, conversation_id) references conversation (workspace_id, id) on delete cascade,
        foreign key (workspace_id, address_id) references address (workspace_id, id) on delete cascade
      )`);
    this.addSql(`
      create table conversation_read (
        workspace_id uuid not null,
        conversation_id uuid not null,
        user_id uuid not null references app_user (id) on delete cascade,
        read_at timestamptz not null,
        primary key (workspace_id, conversation_id, user_id) include (read_at),
        foreign key (workspace_id, conversation_id) references conversation (workspace_id, id) on delete cascade
      )`);
    this.addSql(`
      create table attachment (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null,
        interaction_id uuid not null,
        position integer not null default 0,
        source_url text,
        content_type text not null,
        name text not null default '',
        state text not null default 'pending' check (state in ('pending', 'stored', 'failed')),
        error text,
        blob_sha256 text references blob (sha256),
        width integer,
        height integer,
        unique (workspace_id, id),
        unique (workspace_id, interaction_id, position),
        foreign key (workspace_id, interaction_id) references interaction (workspace_id, id) on delete cascade
      )`);
  }
}
