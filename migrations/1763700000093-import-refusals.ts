import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Why lines of a file were refused, counted by code: a list of files tells it without reading every refused line. */
export class ImportRefusals1763700000093 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table import add column refusals jsonb not null default '[]';
      comment on column import.refusals is 'Refused lines by their code, the most frequent first: [{code, times}]';
      update import i
         set refusals = counted.refusals
        from (select organization_id, import_id,
                     jsonb_agg(jsonb_build_object('code', code, 'times', times) order by times desc, code) as refusals
                from (select organization_id, import_id, code, count(*) as times from import_reject group by 1, 2, 3) as by_code
               group by 1, 2) as counted
       where i.organization_id = counted.organization_id and i.id = counted.import_id;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table import drop column refusals`);
  }
}
