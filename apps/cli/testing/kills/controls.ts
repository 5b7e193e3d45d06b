import { type Patch } from './broken-build.js';

/** A build that is broken on purpose: a harness that does not notice it proves nothing of the others. */
export interface Control {
  name: string;
  patches: readonly Patch[];
  /** What the database is changed by as well, before anything runs. */
  sql?: string;
  /** Faults that this needs, where it shows under them alone; any that strike within seconds otherwise. */
  under?: readonly string[];
}

const events = 'libs/storage/event/store-events.js';
const intake = 'apps/api/ingest/event-intake.js';

export const controls: readonly Control[] = [
  {
    name: 'acknowledges before the commit',
    patches: [
      {
        file: events,
        from: 'await runner.commitTransaction(); return outcomes;',
        to: 'void runner.commitTransaction().catch(() => undefined); return outcomes;',
      },
    ],
    under: ['a commit of an api does not arrive', 'an api is killed with requests on their way'],
  },
  {
    name: 'acknowledges when the work is asked for, and stores afterwards',
    patches: [
      {
        file: intake,
        from: 'const report = await this.store(batch, {',
        to: `await this.jobs.request(activityJob, { organizationId });
        void this.store(batch, { organizationId, sourceId, mode, now }).catch(() => undefined);
        const report = await Promise.resolve({
          received: batch.received, accepted: batch.rows.length, duplicates: 0, rejected: batch.rejections.length,
          skipped: 0, droppedFields: 0, errors: batch.rejections,`,
      },
    ],
  },
  {
    name: 'adds to what is counted instead of replacing it',
    patches: [
      {
        file: 'libs/storage/activity/activity.repository.js',
        from: 'await tx.query(weeks.clearWeeks(kept), [',
        to: 'if (!mondays) await tx.query(weeks.clearWeeks(kept), [',
      },
      {
        file: 'libs/storage/activity/week.sql.js',
        from: 'from ${rebuilt} where week = any($2::date[])`',
        to: "from ${rebuilt} where week = any($2::date[]) on conflict (organization_id, week, ${key}) do update set ${counts.map((name)=>`${name} = least(32767, ${table}.${name} + excluded.${name})`).join(', ')}`",
      },
    ],
  },
  {
    name: 'marks a day once, whoever marks it',
    sql: `delete from dirty_day; create unique index on dirty_day (organization_id, day)`,
    patches: [
      {
        file: 'libs/storage/activity/dirty.js',
        from: 'select $1, unnest($2::date[])`',
        to: 'select $1, unnest($2::date[]) on conflict do nothing`',
      },
      {
        file: 'libs/storage/directory/mark-events.js',
        from: 'select $1, day from seen where day is not null',
        to: 'select $1, day from seen where day is not null on conflict do nothing',
      },
    ],
  },
  {
    // The wall keeps a statement from seeing a row of another: what is left is to store under the wrong one.
    name: 'stores what two organisations send under the first of them',
    patches: [
      {
        file: 'libs/pipeline/ingest/group-commit.js',
        from: 'const queue = this.queues.get(submission.organizationId);',
        to: 'const queue = [...this.queues.values()][0];',
      },
    ],
  },
  {
    // The day is part of the key, and tells the partition: it must be the same however often an event is sent.
    name: 'knows an event again on the day of its clock alone',
    patches: [
      {
        file: 'libs/pipeline/ingest/event-row-of.js',
        from: 'day: utcDay(event.occurredAt),',
        to: 'day: utcDay(new Date(Date.parse(event.occurredAt) + (Date.now() % 2) * 86400000).toISOString()),',
      },
    ],
  },
  {
    name: 'counts an organisation without its lock',
    patches: [
      {
        file: 'libs/storage/database.js',
        from: 'await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [',
        to: 'await tx.query(`select hashtextextended($1, 0)`, [',
      },
    ],
    under: ['a worker stands still, and another does its job'],
  },
  {
    name: 'listens to no error of a connection',
    patches: [
      {
        file: 'libs/storage/database.js',
        from: 'await database.initialize();',
        to: "await database.initialize(); database.driver.master.removeAllListeners('error');",
      },
    ],
  },
];
