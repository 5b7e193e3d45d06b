import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What a share is to be by a day, of the whole, a wave or an entity. */
export class Target1763700000096 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table target (
        organization_id  uuid not null references organization on delete cascade,
        scope            text not null default '',
        indicator        text not null check (indicator <> ''),
        window_days      smallint not null check (window_days between 0 and 366),
        due_on           date not null,
        at_least         float8 check (at_least between 0 and 1),
        at_most          float8 check (at_most between 0 and 1),
        primary key (organization_id, scope, indicator, window_days, due_on),
        check (at_least is not null or at_most is not null),
        check (at_least <= at_most)
      );
      comment on table target is 'Targets that somebody declared, in shares; whether they are met is never stored';
      comment on column target.scope is 'A wave or an entity; empty = the whole organisation';
      select raise_wall('target');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table target`);
  }
}
