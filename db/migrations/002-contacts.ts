import { Migration } from '@mikro-orm/migrations';

/** People, their addresses, and what may be sent there. */
export class Contacts extends Migration {
  override up(): void {
    this.addSql(`
      create table contact (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null references workspace (id) on delete cascade,
        first_name text not null default '',
        last_name text not null default '',
        company text not null default '',
        language text,
        street text not null default '',
        city text not null default '',
        region text not null default '',
        postal_code text not null default '',
        country text,
        zone text,
        notes text not null default '',
        fields jsonb not null default '{}',
        tags text[] not null default '{}',
        edited_fields text[] not null default '{}',
        source text not null default 'person' check (source in ('person', 'import', 'inbound')),
        merged_into uuid,
        erased_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        revision integer not null default 0,
        search text generated always as (lower(first_name || ' ' || last_name || ' ' || company || ' ' || city)) stored,
        unique (workspace_id, id),
        foreign key (workspace_id, merged_into) references contact (workspace_id, id)
      )`);
    this.addSql(`create index contact_search on contact using gin (search gin_trgm_ops)`);
    this.addSql(`create index contact_tags on contact using gin (tags)`);
    this.addSql(`create index contact_edited on contact using gin (edited_fields) where edited_fields <> '{}'`);
    this.addSql(`create index contact_list on contact (workspace_id, id desc) where merged_into is null and erased_at is null`);
    this.addSql(`
      create table address (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null references workspace (id) on delete cascade,
        kind text not null check (kind in ('phone', 'email')),
        value text not null,
        country text,
        region text,
        line_type text,
        zone text,
        zone_source text,
        zones text[] not null default '{}',
        invalid_reason text,
        invalid_at timestamptz,
        sender_id uuid,
        sender_at timestamptz,
        blocked text[] not null default '{}',
        consents jsonb not null default '{}',
        created_at timestamptz not null default now(),
        unique (workspace_id, id),
        unique (workspace_id, kind, value)
      )`);
    this.addSql(`create index address_value on address using gin (value gin_trgm_ops)`);
    this.addSql(`comment on column address.blocked is 'Channels under an active suppression, * for all; kept by trigger from suppression'`);
    this.addSql(`comment on column address.consents is 'Latest consent status by channel; kept by trigger from consent'`);
    this.addSql(`
      create table contact_address (
        workspace_id uuid not null,
        contact_id uuid not null,
        address_id uuid not null,
        label text not null default 'mobile' check (label in ('mobile', 'other', 'email')),
        extension text,
        position integer not null default 0,
        added_by text not null default 'person' check (added_by in ('person', 'import', 'inbound')),
        primary key (workspace_id, contact_id, address_id),
        foreign key (workspace_id, contact_id) references contact (workspace_id, id) on delete cascade,
        foreign key (workspace_id, address_id) references address (workspace_id, id) on delete cascade
      )`);
    this.addSql(`create index contact_address_address on contact_address (workspace_id, address_id)`);
    this.addSql(`
      create table consent (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null,
        address_id uuid not null,
        channel text not null check (channel in ('sms', 'whatsapp', 'email', 'call')),
        status text not null check (status in ('given', 'refused')),
        basis text not null,
        source text not null check (source in ('import', 'person', 'keyword', 'form', 'campaign')),
        evidence jsonb not null default '{}',
        captured_at timestamptz,
        recorded_at timestamptz not null default now(),
        unique (workspace_id, id),
        foreign key (workspace_id, address_id) references address (workspace_id, id) on delete cascade
      )`);
    this.addSql(`create index consent_address on consent (workspace_id, address_id, channel, recorded_at desc)`);
    this.addSql(`
      create table suppression (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null,
        address_id uuid not null,
        channel text check (channel in ('sms', 'whatsapp', 'email', 'call')),
        reason text not null check (reason in ('keyword', 'import', 'person', 'provider', 'erased', 'lifted')),
        evidence jsonb not null default '{}',
        lifted_by text check (lifted_by in ('keyword', 'person')),
        recorded_at timestamptz not null default now(),
        unique (workspace_id, id),
        foreign key (workspace_id, address_id) references address (workspace_id, id) on delete cascade
      )`);
    this.addSql(`create index suppression_address on suppression (workspace_id, address_id, recorded_at desc)`);
    this.addSql(`comment on table suppression is 'Append-only: a row blocks its channel (all when null) until a later row of the same channel has lifted_by'`);
    // The projections are kept by triggers, so that no writer can forget them, and so that every
    // stop takes the row lock of its address: the same lock under which a send is decided.
    this.addSql(`
      create function suppression_applies() returns trigger language plpgsql as $$
      begin
        update address set blocked = case
            when new.lifted_by is null then array(select distinct unnest(blocked || coalesce(new.channel, '*')) order by 1)
            when new.channel is null then '{}'
            else array_remove(blocked, new.channel) end
          where id = new.address_id and workspace_id = new.workspace_id;
        return null;
      end $$`);
    this.addSql(`create trigger suppression_applies after insert on suppression for each row execute function suppression_applies()`);
    this.addSql(`
      create function consent_applies() returns trigger language plpgsql as $$
      begin
        update address set consents = consents || jsonb_build_object(new.channel, new.status)
          where id = new.address_id and workspace_id = new.workspace_id;
        return null;
      end $$`);
    this.addSql(`create trigger consent_applies after insert on consent for each row execute function consent_applies()`);
    this.addSql(`
      create function append_only() returns trigger language plpgsql as $$
      begin raise exception '% is append-only', tg_table_name; end $$`);
    this.addSql(`create trigger append_only before update on suppression for each row execute function append_only()`);
    this.addSql(`create trigger append_only before update on consent for each row execute function append_only()`);
    // Who was erased stays unwritten to, also when the same number comes back in a list: the address is
    // then known by its fingerprint alone.
    this.addSql(`
      create function address_fingerprint(workspace uuid, kind text, value text) returns text language sql immutable as
      $$ select 'erased:' || encode(sha256(convert_to(workspace::text || '/' || kind || '/' || value, 'UTF8')), 'hex') $$`);
    this.addSql(`
      create function erasure_is_remembered() returns trigger language plpgsql as $$
      begin
        if exists (select from address where workspace_id = new.workspace_id and kind = new.kind
            and value = address_fingerprint(new.workspace_id, new.kind, new.value)) then
          insert into suppression (workspace_id, address_id, reason, recorded_at)
            values (new.workspace_id, new.id, 'erased', workspace_now(new.workspace_id));
        end if;
        return null;
      end $$`);
    this.addSql(`create trigger erasure_is_remembered after insert on address for each row execute function erasure_is_remembered()`);
    this.addSql(`
      create table blob (
        sha256 text primary key,
        size bigint not null,
        content_type text not null,
        created_at timestamptz not null default now()
      )`);
    this.addSql(`
      create table import_run (
        id uuid primary key default uuidv7(),
        workspace_id uuid not null references workspace (id) on delete cascade,
        kind text not null default 'contacts' check (kind in ('contacts')),
        state text not null default 'mapping' check (state in ('mapping', 'running', 'paused', 'complete', 'failed', 'cancelled')),
        blob_sha256 text not null references blob (sha256),
        file_name text not null,
        file_size bigint not null,
        inspection jsonb not null,
        options jsonb not null default '{}',
        preview jsonb,
        rows_total integer,
        rows_read integer not null default 0,
        bytes_read bigint not null default 0,
        rows_per_second integer,
        created integer not null default 0,
        merged integer not null default 0,
        unchanged integer not null default 0,
        rejected integer not null default 0,
        suppressed integer not null default 0,
        joined integer not null default 0,
        error text,
        created_by uuid references app_user (id) on delete set null,
        created_at timestamptz not null default now(),
        started_at timestamptz,
        finished_at timestamptz,
        unique (workspace_id, id)
      )`);
    this.addSql(`create index import_run_list on import_run (workspace_id, id desc)`);
    this.addSql(`
      create table import_row (
        workspace_id uuid not null,
        import_run_id uuid not null,
        number integer not null,
        outcome text not null check (outcome in ('created', 'merged', 'unchanged', 'rejected')),
        reason text,
        contact_id uuid,
        raw text,
        primary key (workspace_id, import_run_id, number),
        foreign key (workspace_id, import_run_id) references import_run (workspace_id, id) on delete cascade
      )`);
    this.addSql(`create index import_row_contact on import_row (workspace_id, contact_id) where contact_id is not null`);
    this.addSql(`create index import_row_rejected on import_row (workspace_id, import_run_id, number) where outcome = 'rejected'`);
  }
}
