import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entities } from '#db/entities/index.ts';
import { openDatabase, type Database } from '#db/orm.ts';
import { rows, sql } from '#db/sql.ts';
import { createTestDatabase, type TestDatabase } from '#test/support/postgres.ts';

interface Column {
  table: string;
  name: string;
  nullable: boolean;
}

let created: TestDatabase;
let database: Database;
let columns: Column[];

beforeAll(async () => {
  created = await createTestDatabase();
  database = await openDatabase(created.url);
  columns = await rows<Column>(
    database.fork(),
    sql`select table_name as "table", column_name as name, is_nullable = 'YES' as nullable
    from information_schema.columns where table_schema = 'public'`,
  );
});
afterAll(async () => {
  await database.close();
  await created.drop();
});

const metadataOf = (entity: (typeof entities)[number]) =>
  database.orm.getMetadata().getByClassName(entity.name);

describe('each entity', () => {
  test.each(entities.map((entity) => [entity.name, entity] as const))(
    '%s is its table, column by column',
    (_name, entity) => {
      const { tableName, props } = metadataOf(entity);
      const said = props.map((prop) => ({
        table: tableName,
        name: prop.fieldNames[0] ?? '',
        nullable: prop.nullable ?? false,
      }));
      const byName = (a: Column, b: Column) => a.name.localeCompare(b.name);
      const there = columns.filter(({ table }) => table === tableName);
      // A generated column is never written, so whether it may be empty is not the entity's matter.
      const isGenerated = new Set(
        props.filter((prop) => prop.persist === false).map((prop) => prop.fieldNames[0]),
      );
      const compared = (list: Column[]) =>
        list.filter(({ name }) => !isGenerated.has(name)).toSorted(byName);
      expect(compared(said)).toEqual(compared(there));
    },
  );

  test('of a tenant is tied to its workspace by every reference', async () => {
    const loose = await rows<{ table: string; definition: string }>(
      database.fork(),
      sql`select c.conrelid::regclass::text as "table", pg_get_constraintdef(c.oid) as definition
      from pg_constraint c
      where c.contype = 'f'
        and exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'workspace_id')
        and exists (select from pg_attribute a where a.attrelid = c.confrelid and a.attname = 'workspace_id' and c.confrelid <> 'workspace'::regclass)
        and not exists (select from unnest(c.conkey) k join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k where a.attname = 'workspace_id')`,
    );
    expect(loose).toEqual([]);
  });
});
