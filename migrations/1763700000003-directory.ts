import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The directory and the declared facts. Validity: from inclusive, to exclusive, infinity = open. */
export class Directory1763700000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table entity (
        organization_id  uuid not null references organization on delete cascade,
        key              text not null,
        name             text not null,
        kind             text,
        country          text check (country ~ '^[A-Z]{2}$'),
        timezone         text,
        primary key (organization_id, key)
      );
      create table entity_parent (
        organization_id  uuid not null,
        entity_key       text not null,
        parent_key       text,
        valid_from       date not null default '-infinity',
        valid_to         date not null default 'infinity',
        primary key (organization_id, entity_key, valid_from),
        foreign key (organization_id, entity_key) references entity on delete cascade,
        foreign key (organization_id, parent_key) references entity on delete cascade,
        check (valid_from < valid_to)
      );

      create table person (
        organization_id  uuid not null references organization on delete cascade,
        ordinal          integer not null,
        key              text not null,
        name             text,
        bot              boolean not null default false,
        declared         boolean not null,
        primary key (organization_id, ordinal),
        unique (organization_id, key)
      );
      comment on column person.ordinal is 'Position in the bitmaps; never reused';
      comment on column person.name is 'Kept for holders of a mandate only';
      comment on column person.declared is 'False: seen acting, not (yet) in the directory';
      create table person_alias (
        organization_id  uuid not null,
        alias            text not null,
        ordinal          integer not null,
        primary key (organization_id, alias),
        foreign key (organization_id, ordinal) references person on delete cascade
      );
      create index person_alias_ordinal on person_alias (organization_id, ordinal);

      create table assignment (
        organization_id  uuid not null,
        ordinal          integer not null,
        valid_from       date not null default '-infinity',
        valid_to         date not null default 'infinity',
        entity_key       text not null,
        manager_ordinal  integer,
        level            smallint,
        site             text,
        trade            text,
        primary key (organization_id, ordinal, valid_from),
        foreign key (organization_id, ordinal) references person on delete cascade,
        foreign key (organization_id, entity_key) references entity,
        check (valid_from < valid_to)
      );

      create table wave (
        organization_id  uuid not null references organization on delete cascade,
        key              text not null,
        name             text not null,
        kind             text not null check (kind in ('choice', 'forerunners', 'pilot', 'rollout')),
        planned_start    date not null,
        planned_end      date not null,
        actual_start     date,
        actual_end       date,
        target           double precision not null default 1 check (target > 0 and target <= 1),
        curve            jsonb,
        primary key (organization_id, key),
        check (planned_start <= planned_end)
      );
      comment on column wave.target is 'Share of the people of the wave to be activated at planned_end';
      create table wave_entity (
        organization_id  uuid not null,
        entity_key       text not null,
        wave_key         text not null,
        primary key (organization_id, entity_key),
        foreign key (organization_id, entity_key) references entity on delete cascade,
        foreign key (organization_id, wave_key) references wave on delete cascade
      );
      comment on table wave_entity is 'Includes the descendants of the entity unless they are listed elsewhere';
      create table wave_member (
        organization_id  uuid not null,
        wave_key         text not null,
        ordinal          integer not null,
        valid_from       date not null default '-infinity',
        valid_to         date not null default 'infinity',
        primary key (organization_id, wave_key, ordinal, valid_from),
        foreign key (organization_id, wave_key) references wave on delete cascade,
        foreign key (organization_id, ordinal) references person on delete cascade
      );

      create table network_group (
        organization_id  uuid not null references organization on delete cascade,
        key              text not null,
        name             text not null,
        kind             text,
        creator_key      text,
        owner_keys       text[] not null default '{}',
        created_at       timestamptz,
        archived_at      timestamptz,
        has_description  boolean,
        open             boolean,
        primary key (organization_id, key)
      );
      create table mandate (
        organization_id  uuid not null,
        ordinal          integer not null,
        role             text not null check (role in ('ambassador', 'sponsor', 'community_manager')),
        entity_key       text,
        valid_from       date not null default '-infinity',
        valid_to         date not null default 'infinity',
        primary key (organization_id, ordinal, role, valid_from),
        foreign key (organization_id, ordinal) references person on delete cascade,
        foreign key (organization_id, entity_key) references entity on delete cascade,
        check (valid_from < valid_to)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table mandate, network_group, wave_member, wave_entity, wave, assignment,
                 person_alias, person, entity_parent, entity
    `);
  }
}
