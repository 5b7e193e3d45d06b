import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** How many relays are missing, by place; who volunteered to be named as one; how much hangs on a few. */
export class Relays1763700000018 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table mandate drop constraint mandate_role_check;
      alter table mandate add constraint mandate_role_check
        check (role in ('ambassador', 'sponsor', 'community_manager', 'relay'));
      comment on column mandate.role is 'relay = volunteered to be proposed by name; no office';

      create table measure_relay (
        organization_id   uuid not null,
        week_end          date not null,
        days              smallint not null,
        cell              text not null,
        relay_active      integer not null,
        relay_reached     integer not null,
        relay_reachable   integer not null,
        relay_candidates  integer not null,
        relay_additions   integer not null,
        primary key (organization_id, week_end, days, cell)
      );
      comment on table measure_relay is 'People active, reached by ambassadors, reachable with the additions that greedy cover makes of the candidates';

      create table relay_proposal (
        organization_id  uuid not null,
        week_end         date not null,
        ordinal          integer not null,
        primary key (organization_id, week_end, ordinal),
        foreign key (organization_id, ordinal) references person on delete cascade
      );
      comment on table relay_proposal is 'Additions who volunteered; whoever did not is in no row of any table';

      create table published_influence (
        organization_id  uuid not null,
        week_end         date not null,
        people           integer not null,
        risk             double precision,
        primary key (organization_id, week_end)
      );
      comment on column published_influence.risk is '1 less the tenth value over the first, in steps of 0.05 where bands are on';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table published_influence, relay_proposal, measure_relay;
      delete from mandate where role = 'relay';
      alter table mandate drop constraint mandate_role_check;
      alter table mandate add constraint mandate_role_check check (role in ('ambassador', 'sponsor', 'community_manager'));
      comment on column mandate.role is null;
    `);
  }
}
