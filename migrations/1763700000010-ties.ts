import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who answers whom, what is counted of it by place, and which ambassadors are missing. */
export class Ties1763700000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table activity_tie (
        organization_id  uuid not null,
        day              date not null,
        source           integer not null,
        target           integer not null check (target <> source),
        replies          integer not null,
        reactions        integer not null,
        mentions         integer not null,
        primary key (organization_id, day, source, target)
      );
      comment on table activity_tie is 'What source addressed to target on a local day of source; pseudonymous, ends with activity';

      create table measure_network (
        organization_id  uuid not null,
        week_end         date not null,
        days             smallint not null,
        cell             text not null,
        crossing         integer not null,
        crossing_people  integer not null,
        internal         integer not null,
        internal_people  integer not null,
        two_way          integer not null,
        two_way_people   integer not null,
        one_way          integer not null,
        one_way_people   integer not null,
        primary key (organization_id, week_end, days, cell)
      );
      comment on table measure_network is 'By set of at least 200 people (the volume cells of the week)';
      comment on column measure_network.crossing is 'Interactions of people of the cell with people of another entity, entities as of the day';
      comment on column measure_network.crossing_people is 'People of the set who had part in at least one of them';
      comment on column measure_network.two_way is 'Relationships with both directions, seen from the people of the cell: one inside the cell counts twice';

      create table measure_tie (
        organization_id  uuid not null,
        week_end         date not null,
        days             smallint not null,
        source           text not null,
        target           text not null,
        interactions     integer not null,
        contributors     integer not null,
        receivers        integer not null,
        top1             integer not null,
        top2             integer not null,
        primary key (organization_id, week_end, days, source, target)
      );
      comment on table measure_tie is 'Interactions between two sets of at least 200 people (the volume cells of the week)';
      comment on column measure_tie.top1 is 'Interactions of the one contributor, top2 of the two, who sent most';

      create table measure_reach (
        organization_id  uuid not null,
        week_end         date not null,
        cell             text not null,
        strangers        double precision not null,
        in_term          integer not null,
        entity_served    integer not null,
        site_known       integer not null,
        site_served      integer not null,
        trade_known      integer not null,
        trade_served     integer not null,
        primary key (organization_id, week_end, cell)
      );
      comment on column measure_reach.strangers is 'People of the cell, each weighted by the share of everyone who belongs to another entity';
      comment on column measure_reach.in_term is 'Ambassadors three to six months into their mandate';
      comment on column measure_reach.entity_served is 'People with an ambassador in their own entity';
      comment on column measure_reach.site_known is 'People whose site the directory names; served = with an ambassador there';

      create table published_tie (
        organization_id  uuid not null,
        week_end         date not null,
        days             smallint not null,
        source           text not null,
        target           text not null,
        interactions     integer[] not null,
        primary key (organization_id, week_end, days, source, target)
      );
      comment on column published_tie.interactions is 'Published interval [low, high]; no row = not shown, which is not zero';

      create table published_profile (
        organization_id  uuid not null,
        week_end         date not null,
        dimension        text not null check (dimension in ('site', 'trade', 'level')),
        category         text not null,
        people           integer not null,
        ambassadors      integer not null,
        primary key (organization_id, week_end, dimension, category)
      );
      comment on table published_profile is 'Ambassadors and people by what the directory says of them: declared, hence exact';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `drop table published_profile, published_tie, measure_reach, measure_tie, measure_network, activity_tie`,
    );
  }
}
