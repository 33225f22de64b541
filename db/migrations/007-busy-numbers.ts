import { Migration } from '@mikro-orm/migrations';

/** A number knows until when its last message occupies it, whoever had a place in its line. */
export class BusyNumbers extends Migration {
  override up(): void {
    this.addSql(`alter table sender add column busy_until timestamptz`);
    this.addSql(`comment on column sender.free_at is 'When the line of those who have a place has been worked off'`);
    this.addSql(`comment on column sender.busy_until is 'Until when the message that really went last occupies the number'`);
  }
}
