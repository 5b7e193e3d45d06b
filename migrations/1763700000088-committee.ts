import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Steering committees, and what each decided or asks for. What is taken away stays for the undo, then goes for good. */
export class Committee1763700000088 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table committee (
        organization_id  uuid not null references organization on delete cascade,
        id               uuid not null default gen_random_uuid(),
        held_on          date not null,
        participants     text[] not null default '{}',
        withdrawn_at     timestamptz,
        primary key (organization_id, id)
      );
      comment on column committee.participants is 'Names or functions, as somebody declared them';

      create table committee_item (
        organization_id  uuid not null,
        id               uuid not null default gen_random_uuid(),
        committee_id     uuid not null,
        kind             text not null check (kind in ('decision', 'action')),
        text             text not null check (length(text) between 3 and 500),
        owner            text,
        due_on           date,
        state            text not null check (state in ('asked', 'open', 'done', 'dropped')),
        settled_on       date,
        added_at         timestamptz not null default now(),
        withdrawn_at     timestamptz,
        primary key (organization_id, id),
        foreign key (organization_id, committee_id) references committee on delete cascade,
        check (state <> 'asked' or kind = 'decision'),
        check ((settled_on is not null) = (state in ('done', 'dropped')))
      );
      comment on column committee_item.state is 'asked: to be decided; open: decided, to be carried out; dropped: refused or given up';
      comment on column committee_item.owner is 'A name or a function, as somebody declared it';
      create index committee_item_committee on committee_item (organization_id, committee_id);

      select raise_wall('committee');
      select raise_wall('committee_item');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table committee_item, committee`);
  }
}
