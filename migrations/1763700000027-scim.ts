import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The directory as an identity provider pushes it: what it said, and how much of a change is taken without a look. */
export class Scim1763700000027 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table scim_token (
        organization_id  uuid not null references organization on delete cascade,
        id               uuid not null default gen_random_uuid(),
        hash             bytea not null unique,
        prefix           text not null,
        created_at       timestamptz not null default now(),
        revoked_at       timestamptz,
        primary key (organization_id, id)
      );

      create table scim_resource (
        organization_id   uuid not null references organization on delete cascade,
        id                uuid not null default gen_random_uuid(),
        kind              text not null check (kind in ('User', 'Group')),
        user_name         text,
        external_id       text,
        active            boolean not null default true,
        attributes        jsonb not null,
        created_at        timestamptz not null default now(),
        modified_at       timestamptz not null default now(),
        deleted           boolean not null default false,
        version           integer not null default 1,
        person_key        text,
        applied_version   integer not null default 0,
        approved_version  integer,
        held              text check (held in ('leave', 'move')),
        entity_unknown    boolean not null default false,
        primary key (organization_id, id),
        check ((kind = 'User') = (user_name is not null))
      );
      create unique index scim_resource_user_name on scim_resource (organization_id, lower(user_name))
        where kind = 'User' and not deleted;
      create index scim_resource_external on scim_resource (organization_id, external_id);
      create index scim_resource_person on scim_resource (organization_id, person_key);
      create index scim_resource_waiting on scim_resource (organization_id)
        where kind = 'User' and applied_version < version;
      comment on column scim_resource.attributes is 'What is given back: the attributes of the schema that are kept, and no other';
      comment on column scim_resource.applied_version is 'The version that the directory has; below version = waiting';
      comment on column scim_resource.held is 'What waits for somebody to look: too many leave or move in one day';
      comment on column scim_resource.entity_unknown is 'Stands in a higher entity, or in none, since the one named is not known';

      create table directory_setting (
        organization_id  uuid primary key references organization on delete cascade,
        leavers_above    double precision not null default 0.1 check (leavers_above between 0 and 1),
        moves_above      double precision not null default 0.2 check (moves_above between 0 and 1),
        entity_from      text[] not null default '{organization,division,department}',
        derives_tree     boolean
      );
      comment on column directory_setting.leavers_above is 'Share of the people known who may leave in a day before somebody looks';
      comment on column directory_setting.derives_tree is 'Entities are made from what the provider says; null = not decided, false = a file of entities says them';

      create table directory_day (
        organization_id  uuid not null references organization on delete cascade,
        day              date not null,
        known            integer not null,
        joiners          integer not null default 0,
        leavers          integer not null default 0,
        moves            integer not null default 0,
        primary key (organization_id, day)
      );
      comment on table directory_day is 'What the provider changed on a local day, but for what somebody approved';
      comment on column directory_day.known is 'People in the directory before the first change of the day';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table directory_day, directory_setting, scim_resource, scim_token`);
  }
}
