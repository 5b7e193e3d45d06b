import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { fileInMemory } from '#connectors/file-input.js';
import { type Day, mondayOf } from '#domain/calendar/day.js';
import { rebuildAdoption } from '#storage/activity/adoption.repository.js';
import { rowsOf } from '#storage/database.js';
import { horizonOf, organizationById } from '#storage/organization/organization.js';
import { createOrganization, type NewOrganization } from '#storage/directory/organization.js';
import { openGate } from '#storage/testing/open-gate.js';
import { spelled } from '#storage/testing/spelled.js';
import { createTestDatabase, type TestDatabase } from '#storage/testing/test-database.js';
import { namesOf } from '#storage/vault/keyring.js';
import { buildActivity } from '../../activity/build-activity.js';
import { measureAndPublish } from '../../refresh.js';
import { type ImportSettings } from '../import-request.js';
import { runImport } from '../run-import.js';
import { withinOrganization } from '#storage/wall/within-organization.js';

/** One database for a suite, one organisation for a test, files as text. */
export class ImportStory {
  organizationId = '';
  now = new Date('2026-03-10T12:00:00Z');

  private constructor(
    readonly database: TestDatabase,
    readonly work: DataSource,
  ) {}

  static async open(): Promise<ImportStory> {
    const database = await createTestDatabase();
    return new ImportStory(database, await database.as('work'));
  }

  get owner(): DataSource {
    return this.database.owner;
  }

  async begin(over: Partial<NewOrganization> = {}): Promise<void> {
    const slug = `o-${randomUUID()}`;
    this.organizationId = await createOrganization(this.database.owner, {
      slug,
      name: 'O',
      class: 'public',
      timezone: 'UTC',
      ...over,
    });
    if (over.class === 'personal') await openGate(this.database.owner, this.organizationId);
    // Ordinals start beside the end of a segment, so that everything crosses it.
    await this.database.owner.query(`update organization set next_ordinal = 8190 where id = $1`, [this.organizationId]);
  }

  file(kind: string, text: string | Buffer, settings: ImportSettings = {}) {
    const bytes = Buffer.from(text);
    return runImport(this.work, {
      organizationId: this.organizationId,
      kind,
      fileName: `${kind}.csv`,
      // In awkward pieces, as files come.
      input: fileInMemory(bytes, 1009),
      settings,
      now: this.now,
    });
  }

  /**
   * Builds all activity; of the weeks that wait to be counted, counts and publishes these. A week reads no other week: the
   * rest would only cost time, but for those who adopted the network in it, who are looked for at once.
   */
  async countOnly(sundays: readonly Day[], now = this.now): Promise<void> {
    await buildActivity(this.work, this.organizationId);
    const horizon = horizonOf(await organizationById(this.work, this.organizationId));
    const [{ oldest } = { oldest: null }] = await this.rows<{ oldest: Day | null }>(
      `select min(week_end) as oldest from dirty_week where organization_id = $1`,
    );
    if (horizon === null || oldest === null) return;
    // A week that has its mask was counted: nothing waits.
    await this.owner.query(
      `insert into mask (organization_id, week_end, nodes, counted_at, k)
       select id, day::date, '[]', now(), k
         from organization, generate_series($2::date, $3::date + 6, '7 days') as day
        where id = $1 and day::date <> all($4::date[])
       on conflict do nothing`,
      [this.organizationId, oldest, horizon, sundays],
    );
    await this.owner.query(`delete from dirty_week where organization_id = $1 and week_end <> all($2::date[])`, [
      this.organizationId,
      sundays,
    ]);
    const weeks = { from: mondayOf(oldest), until: mondayOf(horizon) };
    await this.within((work) => work.transaction((tx) => rebuildAdoption(tx, this.organizationId, weeks)));
    await measureAndPublish(this.work, this.organizationId, now);
  }

  /** As the worker, which is within the organisation of its job. */
  within<T>(step: (work: DataSource) => Promise<T>): Promise<T> {
    return withinOrganization(this.organizationId, () => step(this.work));
  }

  /** With the names of people as they were given, in place of their tokens. */
  async rows<Row = Record<string, unknown>>(sql: string): Promise<Row[]> {
    const rows = await rowsOf<Row>(this.owner, sql, [this.organizationId]);
    return this.within((work) => spelled(work, this.organizationId, rows));
  }

  /** The same in the order of these columns, which names would not have in the database. */
  async sorted<Row extends object>(sql: string, ...columns: (keyof Row & string)[]): Promise<Row[]> {
    const place = (row: Row) => columns.map((column) => String(row[column])).join('\n');
    return (await this.rows<Row>(sql)).sort((one, other) => (place(one) < place(other) ? -1 : 1));
  }

  /** Somebody who acted under a name that no directory knows, or not yet. */
  async seenActing(name: string, ordinal: number): Promise<void> {
    const token = (await this.within((work) => namesOf(work, this.organizationId))).token(name);
    await this.owner.query(
      `with seen as (insert into person (organization_id, ordinal, key, declared) values ($1, $2, $3, false))
       insert into person_alias (organization_id, ordinal, alias) values ($1, $2, $3)`,
      [this.organizationId, ordinal, token],
    );
  }

  /** Everything stored that an import may change, imports themselves left out. */
  async everything(without: readonly string[] = []): Promise<unknown> {
    const tables = [
      'event',
      'event_also',
      'entity',
      'entity_parent',
      'person',
      'person_alias',
      'assignment',
      'wave',
      'wave_entity',
      'wave_member',
      'network_group',
      'mandate',
      'dirty_day',
      'dirty_week',
    ];
    const contents = tables
      .filter((table) => !without.includes(table))
      .map((table) => this.rows(`select * from ${table} as row where organization_id = $1 order by row`));
    return Promise.all([
      ...contents,
      this.rows(`select declared_through, next_ordinal from organization where id = $1`),
    ]);
  }

  async close(): Promise<void> {
    await this.database.drop();
  }
}

export const codes = (report: { rejects: { line: number; code: string }[] }) =>
  [...report.rejects].sort((one, other) => one.line - other.line).map(({ line, code }) => `${line} ${code}`);
