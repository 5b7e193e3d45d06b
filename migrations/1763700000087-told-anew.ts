import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A closed week that was told anew knows what it said before: an older export still has it. */
export class ToldAnew1763700000087 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table mask add column said_before jsonb not null default '{}';
      comment on column mask.said_before is 'By count that was told anew: what it said of each of these places before, oldest first';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table mask drop column said_before`);
  }
}
