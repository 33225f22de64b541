import { Migration } from '@mikro-orm/migrations';

/** The ledger of messages out, and the events that come in. */
export class Sending extends Migration {
  override up(): void {
    this.addSql(`
      create table send (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null,
        intent_key text not null,
        purpose text not null check (purpose in ('marketing', 'conversation', 'confirmation', 'service')),
        channel text not null check (channel in ('sms', 'whatsapp', 'email', 'call')),
        state text not null check (state in ('held', 'parked', 'queued', 'dropped', 'sending', 'refused', 'unconfirmed', 'accepted', 'sent', 'delivered', 'undelivered', 'failed', 'read')),
        contact_id uuid,
        address_id uuid not null,
        sender_id uuid,
        provider_account_id uuid,
        campaign_id uuid,
        membership_id uuid,
        step_id text,
        visit integer,
        order_id uuid,
        event_id uuid,
        conversation_id uuid,
        interaction_id uuid,
        body text,
        media jsonb not null default '[]',
        encoding text,
        segments integer,
        estimate_micros bigint,
        price_micros bigint,
        currency text,
        passport jsonb,
        decided_at timestamptz,
        held_until timestamptz,
        slot_at timestamptz,
        attempt integer not null default 0,
        call_started_at timestamptz,
        call_deadline_at timestamptz,
        looked_at timestamptz,
        provider_id text,
        error_code text,
        accepted_at timestamptz,
        finished_at timestamptz,
        overlapped_stop boolean not null default false,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        unique (workspace_id, id),
        unique (workspace_id, intent_key),
        foreign key (workspace_id, contact_id) references contact (workspace_id, id) on delete set null (contact_id),
        foreign key (workspace_id, address_id) references address (workspace_id, id),
        foreign key (workspace_id, sender_id) references sender (workspace_id, id),
        foreign key (workspace_id, provider_account_id) references provider_account (workspace_id, id),
        foreign key (workspace_id, campaign_id) references campaign (workspace_id, id) on delete cascade,
        foreign key (workspace_id, membership_id) references membership (workspace_id, id) on delete cascade,
        foreign key (workspace_id, conversation_id) references conversation (workspace_id, id) on delete set null (conversation_id)
      )`);
    this.addSql(`comment on column send.call_started_at is 'Real time, as are call_deadline_at and looked_at; all other instants are of the workspace clock'`);
    this.addSql(`create unique index send_provider on send (provider_account_id, provider_id) where provider_id is not null`);
    this.addSql(`create index send_membership on send (membership_id) where membership_id is not null`);
    this.addSql(`create index send_campaign on send (workspace_id, campaign_id, state) where campaign_id is not null`);
    this.addSql(`create index send_address on send (workspace_id, address_id, accepted_at desc)`);
    this.addSql(`create index send_unconfirmed on send (workspace_id, id) where state = 'unconfirmed'`);
    this.addSql(`create index send_sender on send (workspace_id, sender_id, accepted_at desc)`);
    this.addSql(`
      create table provider_event (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null,
        provider_account_id uuid not null,
        provider text not null,
        kind text not null check (kind in ('message', 'status')),
        dedupe_key text not null,
        order_key text not null,
        query text not null default '',
        headers jsonb not null default '{}',
        body text not null,
        state text not null default 'new' check (state in ('new', 'applied', 'dead')),
        reason text,
        attempts integer not null default 0,
        next_at timestamptz not null default now(),
        keyword text,
        received_at timestamptz not null default now(),
        applied_at timestamptz,
        unique (workspace_id, id),
        unique (provider_account_id, kind, dedupe_key),
        foreign key (workspace_id, provider_account_id) references provider_account (workspace_id, id) on delete cascade
      )`);
    this.addSql(`create index provider_event_new on provider_event (kind, next_at, id) where state = 'new'`);
    this.addSql(`create index provider_event_order on provider_event (provider_account_id, order_key, id) where state = 'new'`);
    this.addSql(`comment on column provider_event.order_key is 'What its events are applied in order for: a person''s number, or a message'`);
    this.addSql(`create index provider_event_dead on provider_event (workspace_id, id desc) where state = 'dead'`);
    this.addSql(`
      create table quarantined_event (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null,
        provider_account_id uuid not null,
        provider text not null,
        kind text not null,
        url text not null,
        headers jsonb not null default '{}',
        body text not null,
        reason text not null,
        received_at timestamptz not null default now(),
        unique (workspace_id, id),
        foreign key (workspace_id, provider_account_id) references provider_account (workspace_id, id) on delete cascade
      )`);
    this.addSql(`create index quarantined_event_account on quarantined_event (provider_account_id, id desc)`);
    this.addSql(`
      create table alert (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null references workspace (id) on delete cascade,
        kind text not null,
        subject_type text not null,
        subject_id uuid,
        detail jsonb not null default '{}',
        opened_at timestamptz not null default now(),
        closed_at timestamptz,
        unique (workspace_id, id)
      )`);
    this.addSql(`create unique index alert_open on alert (workspace_id, kind, subject_type, subject_id) nulls not distinct where closed_at is null`);
  }
}
