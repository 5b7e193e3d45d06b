import { type MigrationInterface, type QueryRunner } from 'typeorm';

const days = `'{login_days,login_exposure,active_days,active_exposure,exposed_days,exposed_active_days}'::text[]`;
const deeds = `'{interactions,received,acts}'::text[]`;

/** The days that were possible are told from what is told of people; a running week tells nothing that was done (071). */
export class PossibleDays1763700000080 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table measure_volume
        drop column active_days, drop column active_exposure, add column fewest_days smallint, add column most_days smallint;
      alter table measure_usage add column invited_days integer;
      comment on column measure_volume.fewest_days is 'Fewest working days of anybody of the cell; null until it is counted again';
      comment on column measure_volume.most_days is 'Most working days of anybody of the cell';
      comment on column measure_usage.invited_days is 'Of exposed_days those since an invitation: declared';
    `);
    await db.query(`update published_count set counts = counts - ${days} where counts ?| ${days}`);
    await db.query(`
      update published_count c set counts = counts - ${deeds}
        from published_week w join organization o on o.id = w.organization_id and o.class = 'personal'
       where w.organization_id = c.organization_id and w.week_end = c.week_end and w.provisional and c.counts ?| ${deeds}`);
    // An empty row of no window says that a level is there.
    await db.query(`delete from published_count where counts = '{}' and days > 0`);
    // Whoever kept an answer asks anew.
    await db.query(`update published_week set published_at = published_at + interval '1 millisecond'`);
    // What real people did in a closed week is not told again.
    await db.query(`
      insert into dirty_week (organization_id, week_end)
      select w.organization_id, w.week_end
        from published_week w join organization o on o.id = w.organization_id
        left join mask m on m.organization_id = w.organization_id and m.week_end = w.week_end
       where not coalesce(m.closed, false)`);
  }

  /** What was told before is not told again. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table measure_usage drop column invited_days;
      alter table measure_volume drop column fewest_days, drop column most_days,
        add column active_days integer not null default 0, add column active_exposure integer not null default 0;
      alter table measure_volume alter column active_days drop default, alter column active_exposure drop default;
    `);
  }
}
