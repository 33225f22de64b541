import { Migration } from '@mikro-orm/migrations';

/** What no webhook told and the provider was asked for is known as such; Twilio is asked from this day on. */
export class FoundEvents extends Migration {
  override up(): void {
    this.addSql(`alter table provider_event add column found boolean not null default false`);
    this.addSql(`comment on column provider_event.found is 'No webhook told it; the provider was asked'`);
    this.addSql(`create index provider_event_found on provider_event (provider_account_id, received_at) where found`);
    this.addSql(`update provider_account set known_until = now() where provider = 'twilio'`);
    this.addSql(`create index interaction_started on interaction (workspace_id, address_id, at) where detail->>'meaning' = 'start'`);
  }
}
