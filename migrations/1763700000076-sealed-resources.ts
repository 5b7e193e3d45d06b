import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What an identity provider pushed is kept sealed, with tokens of what it is looked for by. What is there gets a first byte of
 * 0, which nothing sealed begins with: `sealResources`, which has the secret, finds it by that.
 */
export class SealedResources1763700000076 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table scim_resource
        add column sealed bytea, add column user_token text, add column external_token text,
        add column name_tokens text[] not null default '{}', add column manager_token text, add column sealed_key bytea;
      update scim_resource
         set sealed = '\\x00'::bytea || convert_to(
               (attributes || jsonb_strip_nulls(jsonb_build_object('userName', user_name, 'externalId', external_id)))::text, 'UTF8'),
             sealed_key = '\\x00'::bytea || convert_to(person_key, 'UTF8'), person_key = null;
      drop index scim_resource_user_name;
      drop index scim_resource_external;
      alter table scim_resource alter column sealed set not null,
        drop column folded_user_name, drop column attributes, drop column external_id;
      alter table scim_resource drop column user_name;
      create unique index scim_resource_user_name on scim_resource (organization_id, user_token)
        where kind = 'User' and not deleted;
      create index scim_resource_external on scim_resource (organization_id, external_token);
      create index scim_resource_order on scim_resource (organization_id, kind, created_at, id);
      comment on column scim_resource.sealed is 'What is given back: the attributes of the schema that are kept, sealed under the key of the organisation';
      comment on column scim_resource.user_token is 'Of the user name, without case';
      comment on column scim_resource.name_tokens is 'Of every name under which the provider speaks of them, as it is said and without case';
      comment on column scim_resource.manager_token is 'Of the manager, as the provider names them';
      comment on column scim_resource.person_key is 'Token of the key of the person';
      comment on column scim_resource.sealed_key is 'The key of the person as it is spelled, sealed';
    `);
  }

  /** What is sealed must have been opened again before (`openNames`): nobody can afterwards. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ begin
        if exists (select from scim_resource where substr(sealed, 1, 1) = '\\x01') then
          raise exception 'names are sealed: open them first';
        end if;
      end $$;
      drop index scim_resource_user_name;
      drop index scim_resource_external;
      drop index scim_resource_order;
      alter table scim_resource add column attributes jsonb, add column user_name text, add column external_id text;
      update scim_resource
         set attributes = convert_from(substr(sealed, 2), 'UTF8')::jsonb,
             person_key = convert_from(substr(sealed_key, 2), 'UTF8');
      update scim_resource
         set user_name = case kind when 'User' then attributes->>'userName' end, external_id = attributes->>'externalId';
      alter table scim_resource alter column attributes set not null, drop column sealed, drop column user_token,
        drop column external_token, drop column name_tokens, drop column manager_token, drop column sealed_key,
        add check ((kind = 'User') = (user_name is not null)),
        add column folded_user_name text generated always as (lower(user_name)) stored;
      create unique index scim_resource_user_name on scim_resource (organization_id, folded_user_name)
        where kind = 'User' and not deleted;
      create index scim_resource_external on scim_resource (organization_id, external_id);
      comment on column scim_resource.attributes is 'What is given back: the attributes of the schema that are kept, and no other';
      comment on column scim_resource.person_key is null;
    `);
  }
}
