import { type MigrationInterface, type QueryRunner } from 'typeorm';

const columns = [
  ['person', 'name', 'sealed_name'],
  ['import_reject', 'external_id', 'sealed_id'],
];

/**
 * Names of holders of a mandate, ids of refused lines and files that wait are kept sealed. What is there gets a first byte of
 * 0, which nothing sealed begins with: `sealRest`, which has the secret, finds it by that.
 */
export class SealTheRest1763700000069 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const [table, before, after] of columns) {
      await db.query(`
        alter table ${table} alter column ${before} type bytea using '\\x00'::bytea || convert_to(${before}, 'UTF8');
        alter table ${table} rename column ${before} to ${after};
      `);
    }
    await db.query(`
      update import_chunk set bytes = '\\x00'::bytea || bytes;
      comment on column person.sealed_name is 'Kept for holders of a mandate only; sealed under the key of the organisation';
      comment on column import_reject.sealed_id is 'The id that the line gave itself, sealed under the key of the organisation';
      comment on column import_chunk.bytes is 'Sealed under the key of the organisation, for this place in this file';
    `);
  }

  /** What is sealed must have been opened again before (`openNames`): nobody can afterwards. */
  async down(db: QueryRunner): Promise<void> {
    for (const [table, before, after] of [...columns, ['import_chunk', 'bytes', 'bytes']]) {
      await db.query(`
        do $$ begin
          if exists (select from ${table} where substr(${after}, 1, 1) = '\\x01') then
            raise exception 'names are sealed: open them first';
          end if;
        end $$;
      `);
      if (before === after) continue;
      await db.query(`
        alter table ${table} alter column ${after} type text using convert_from(substr(${after}, 2), 'UTF8');
        alter table ${table} rename column ${after} to ${before};
      `);
    }
    await db.query(`
      update import_chunk set bytes = substr(bytes, 2);
      comment on column import_chunk.bytes is null;
      comment on column import_reject.external_id is null;
      comment on column person.name is 'Kept for holders of a mandate only';
    `);
  }
}
