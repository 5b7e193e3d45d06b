import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Who manages may be said without saying whom; a file of the directory may wait for somebody to look at it; and what a
 * network says of departments may stand in for a directory.
 */
export class DeclaredManagers1763700000032 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table assignment add manages boolean;
      comment on column assignment.manages is 'As the directory says it; null = it does not. Whoever has reports manages, whatever stands here';

      alter table import
        drop constraint import_state_check,
        add constraint import_state_check check (state in
          ('queued', 'running', 'cancelling', 'cancelled', 'held', 'done', 'failed', 'undoing', 'undone')),
        add held jsonb;
      comment on column import.held is 'Of a file of everybody that would change too much: how many people, place by place; nobody by name';

      alter table person add adopted boolean not null default false;
      alter table entity add adopted boolean not null default false;
      comment on column person.adopted is 'In the directory because somebody took over what a network says, until a file of people comes';
      create table proposed_place (
        organization_id  uuid not null,
        ordinal          integer not null,
        path             text not null,
        primary key (organization_id, ordinal),
        foreign key (organization_id, ordinal) references person on delete cascade
      );
      comment on table proposed_place is 'Where an account works, as the network says it, for somebody to look at while there is no directory';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from import_chunk c using import i
       where i.organization_id = c.organization_id and i.id = c.import_id and i.state = 'held';
      update import set state = 'failed' where state = 'held';
      alter table import
        drop constraint import_state_check,
        add constraint import_state_check check (state in
          ('queued', 'running', 'cancelling', 'cancelled', 'done', 'failed', 'undoing', 'undone')),
        drop held;
      drop table proposed_place;
      alter table person drop adopted;
      alter table entity drop adopted;
      alter table assignment drop manages;
    `);
  }
}
