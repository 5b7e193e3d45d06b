import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A closed week keeps who was counted in which of its cells: later weeks tell nothing of the few who came or went since. */
export class MaskMember1763700000059 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table mask_member (
        organization_id  uuid not null,
        week_end         date not null,
        cell             text not null,
        ordinals         integer[] not null,
        primary key (organization_id, week_end, cell),
        foreign key (organization_id, week_end) references mask (organization_id, week_end) on delete cascade
      );
      comment on table mask_member is 'People of each cell when the week was counted, of organisations with personal data; a record once the week is closed';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table mask_member`);
  }
}
