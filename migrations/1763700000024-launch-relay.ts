import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Whether managers pass the launch message of the network on (K56): two numbers per week, nobody's. */
export class LaunchRelay1763700000024 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table measure_launch (
        organization_id  uuid not null references organization on delete cascade,
        week_end         date not null,
        managers         integer not null,
        relayed          integer not null check (relayed between 0 and managers),
        primary key (organization_id, week_end)
      );
      comment on table measure_launch is 'Managers whose entity had been open for 14 days within the last 91; no row without a declared launch message';
      comment on column measure_launch.relayed is 'Those who posted or shared a launch message within these 14 days';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table measure_launch`);
  }
}
