import { type DataSource } from 'typeorm';
import { fileInMemory } from '#connectors/file-input.js';
import { createOrganization } from '#storage/directory/organization.js';
import { createTestDatabase, type TestDatabase } from '#storage/testing/test-database.js';
import { runImport } from './import/run-import.js';
import { measureAndPublish, refresh } from './refresh.js';

const now = new Date('2025-05-01T00:00:00Z');
const header = 'id,occurred_at,kind,actor,object';

describe('work that is cut off between two transactions', () => {
  let database: TestDatabase;
  let work: DataSource;
  let organizationId: string;
  const rows = <Row>(sql: string) => database.owner.query<Row[]>(sql);

  const bring = async (fileName: string, lines: string[]) => {
    const text = [header, ...lines, ''].join('\n');
    await runImport(work, {
      ...{ organizationId, kind: 'events', fileName, now, settings: { source: 'test' } },
      input: fileInMemory(Buffer.from(text)),
    });
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    const facts = { slug: 'crowd', name: 'Crowd', class: 'public', timezone: 'UTC', k: 1, bands: false } as const;
    organizationId = await createOrganization(database.owner, facts);
    work = await database.as('work');
    await bring('first.csv', ['1,2025-03-05T10:00:00Z,login,anna,', '2,2025-03-09T10:00:00Z,login,bert,']);
    await refresh(work, organizationId, now);
  });
  afterAll(() => database.drop());

  it('publishes retention with the last of the weeks, however often it is cut off before', async () => {
    const cohorts = () => rows(`select cohort, lag, active from published_cohort order by cohort, lag`);
    expect(await cohorts()).toEqual([{ cohort: '2025-03-03', lag: 0, active: [2, 2] }]);
    await bring('second.csv', ['3,2025-03-12T10:00:00Z,login,anna,', '4,2025-03-16T10:00:00Z,login,cora,']);
    await rows(
      `create function cut_off() returns trigger language plpgsql as $$ begin raise exception 'cut off'; end $$`,
    );
    await rows(`create trigger cut_off before insert on published_cohort execute function cut_off()`);
    await expect(refresh(work, organizationId, now)).rejects.toThrow('cut off');
    await rows(`drop trigger cut_off on published_cohort`);
    await measureAndPublish(work, organizationId, now);
    expect(await cohorts()).toEqual([
      { cohort: '2025-03-03', lag: 0, active: [2, 2] },
      { cohort: '2025-03-03', lag: 1, active: [1, 1] },
      { cohort: '2025-03-10', lag: 0, active: [1, 1] },
    ]);
    expect(await rows(`select from dirty_week`)).toEqual([]);
  });

  it('begins no further week once it is told to stop, and loses none', async () => {
    const waiting = () => rows<{ weekEnd: string }>(`select distinct week_end as "weekEnd" from dirty_week order by 1`);
    await rows(`insert into dirty_week (organization_id, week_end) select organization_id, week_end from mask`);
    expect(await waiting()).toHaveLength(2);
    const stop = new AbortController();
    const first = await measureAndPublish(work, organizationId, now, () => stop.abort(), stop.signal);
    expect(first).toEqual(['2025-03-16']);
    expect(await waiting()).toEqual([{ weekEnd: '2025-03-09' }]);
    expect(await measureAndPublish(work, organizationId, now)).toEqual(['2025-03-09']);
    expect(await waiting()).toEqual([]);
  });

  it('tells a week whole once its last day is reached, even by somebody who was there already', async () => {
    const header = () => rows(`select through, provisional from published_week order by week_end desc limit 1`);
    await rows(`update source set kind = 'http'`);
    await bring('third.csv', ['5,2025-03-22T10:00:00Z,login,anna,']);
    await rows(`update organization set declared_through = '2025-03-16'`);
    await refresh(work, organizationId, now);
    expect(await header()).toEqual([{ through: '2025-03-22', provisional: true }]);
    await bring('fourth.csv', ['6,2025-03-23T10:00:00Z,view,anna,']);
    await rows(`update organization set declared_through = '2025-03-16'`);
    await refresh(work, organizationId, now);
    expect(await header()).toEqual([{ through: '2025-03-23', provisional: false }]);
  });

  it('counts weeks in which nobody did anything, also after others', async () => {
    await bring('fifth.csv', ['7,2025-04-14T10:00:00Z,login,anna,']);
    await refresh(work, organizationId, now);
    const weeks = await rows<{ sunday: string }>(`select week_end as sunday from published_week order by 1`);
    expect(weeks.map(({ sunday }) => sunday).slice(2)).toEqual([
      ...['2025-03-23', '2025-03-30', '2025-04-06', '2025-04-13', '2025-04-20'],
    ]);
  });
});
