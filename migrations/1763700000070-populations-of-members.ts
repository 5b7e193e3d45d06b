import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A closed week also keeps in which populations its people were: what it told of managers binds later weeks too. */
export class PopulationsOfMembers1763700000070 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table mask_member
        add column populations text[] not null default '{}',
        drop constraint mask_member_pkey,
        add primary key (organization_id, week_end, cell, populations);
      alter table mask_member alter column populations drop default;
      comment on table mask_member is 'People of each cell when the week was counted, by the populations they are in, of organisations with personal data; a record once the week is closed';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create temp table joined on commit drop as
      select organization_id, week_end, cell, array_agg(distinct ordinal order by ordinal) as ordinals
        from mask_member, unnest(ordinals) as ordinal group by 1, 2, 3;
      delete from mask_member;
      alter table mask_member drop column populations;
      insert into mask_member (organization_id, week_end, cell, ordinals) select * from joined;
      alter table mask_member add primary key (organization_id, week_end, cell);
    `);
  }
}
