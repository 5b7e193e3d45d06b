import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** That a group or an account was made long ago begins no history: told apart from what people do. */
export class Founding1763700000072 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table source_day add column founding integer not null default 0;
      comment on column source_day.founding is 'Of which only tell how a group or an account came to be';

      -- The kinds group_created and profile_created.
      update source_day d
         set founding = e.founding
        from (select organization_id, source_id, day, count(*) as founding
                from event where kind in (7, 12) group by 1, 2, 3) as e
       where e.organization_id = d.organization_id and e.source_id = d.source_id and e.day = d.day;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table source_day drop column founding`);
  }
}
