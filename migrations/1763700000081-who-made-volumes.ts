import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Volumes carry who made them (docs/decisions/072): acts and interactions stand with other volumes, groups know who is
 * behind each of theirs. What organisations with personal data had told without asking is no longer told.
 */
export class WhoMadeVolumes1763700000081 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table measure_community add made jsonb not null default '{}';
      comment on column measure_community.made is 'Per measure [people who made it, part of the most active one, of the two most active]';
      alter table measure_own_group add made jsonb not null default '{}';
      comment on column measure_own_group.made is 'Likewise of the actions, by the managers whose groups they are in, and by members';

      insert into measure_exchange (organization_id, week_end, population, cell, measure, total)
      select u.organization_id, u.week_end, 'everyone', u.cell, v.measure, v.total
        from measure_usage u
       cross join lateral (values ('interactions', u.interactions), ('received', u.received), ('acts', u.acts)) as v(measure, total)
       where v.total > 0;
      alter table measure_usage drop column interactions, drop column received, drop column acts;

      update published_count c set counts = c.counts - array['interactions', 'received', 'acts', 'own_actions', 'other_actions', 'uplift']
        from organization o where o.id = c.organization_id and o.class = 'personal';
      update published_community c
         set counts = c.counts - array['managers', 'manager_messages', 'manager_weeks', 'first_replies', 'manager_first', 'other_replied',
                                       'threads', 'answered', 'replied', 'pairs', 'mutual']
                      - array(select k from jsonb_object_keys(c.counts) as k where k ~ '^(resolved|open)_')
        from organization o where o.id = c.organization_id and o.class = 'personal';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table measure_usage add column interactions integer not null default 0, add column received integer not null default 0,
        add column acts integer not null default 0;
      update measure_usage u
         set interactions = coalesce((select total from measure_exchange e where e.measure = 'interactions' and e.population = 'everyone'
                                        and (e.organization_id, e.week_end, e.cell) = (u.organization_id, u.week_end, u.cell)), 0),
             received = coalesce((select total from measure_exchange e where e.measure = 'received' and e.population = 'everyone'
                                    and (e.organization_id, e.week_end, e.cell) = (u.organization_id, u.week_end, u.cell)), 0),
             acts = coalesce((select total from measure_exchange e where e.measure = 'acts' and e.population = 'everyone'
                                and (e.organization_id, e.week_end, e.cell) = (u.organization_id, u.week_end, u.cell)), 0);
      delete from measure_exchange where measure in ('interactions', 'received', 'acts');
      alter table measure_own_group drop column made;
      alter table measure_community drop column made;
    `);
  }
}
