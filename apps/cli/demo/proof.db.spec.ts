import { basename } from 'node:path';
import { alertsOf } from '#domain/alerts/alerts.js';
import { coursesOf } from '#domain/alerts/course.js';
import { type Day, daysBetween } from '#domain/calendar/day.js';
import { proveOrganization } from '#pipeline/proof/prove-organization.js';
import { withFileOnDisk } from '#pipeline/import/file-on-disk.js';
import { runImport } from '#pipeline/import/run-import.js';
import { buildActivity } from '#pipeline/activity/build-activity.js';
import { measureAndPublish } from '#pipeline/refresh.js';
import { createOrganization } from '#storage/directory/organization.js';
import { BoardRepository } from '#storage/publication/board.repository.js';
import { withinOrganization } from '#storage/wall/within-organization.js';
import { createTestDatabase, type TestDatabase } from '#storage/testing/test-database.js';
import { cast } from './stories.js';
import { inFolder } from './testing/written-demo.js';
import { writeDemo } from './write-demo.js';

const until = '2026-06-28';
const now = new Date('2026-07-01T12:00:00Z');

// A busy machine takes its time; how fast it is, the bench says.
jest.setTimeout(900_000);

describe('the demo of 800 people', () => {
  let database: TestDatabase;
  let organizationId = '';
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  // The last four weeks, every eighth of the half year before them and every 24th of the rest: 7 and 28 days in each,
  // the longer windows in every sixteenth. All weeks and windows of a demo of any size: bench/proof.ts.
  it('publishes the mask applied to what the operator counts: all cells, populations, weeks and windows', async () => {
    organizationId = await createOrganization(database.owner, {
      slug: 'demo',
      name: 'Demo',
      class: 'synthetic',
      timezone: 'Europe/Paris',
    });
    const work = await database.as('work');
    await inFolder(async (folder) => {
      for (const file of await writeDemo(folder, { scenario: 'international', people: 800, until })) {
        const report = await withFileOnDisk(file.path, (input) =>
          runImport(work, {
            ...{ organizationId, kind: file.kind, fileName: basename(file.path), input, now },
            settings: { source: 'demo', completeThrough: file.kind === 'events' ? until : null },
          }),
        );
        expect(report).toMatchObject({ state: 'done', rejected: 0 });
      }
    });
    await buildActivity(work, organizationId);
    // What is counted already waits for nothing.
    const isLeftOut = (sunday: Day) => {
      const back = daysBetween(sunday, until);
      return back >= 28 && back % (back <= 196 ? 56 : 168) !== 0;
    };
    const marked: { sunday: Day }[] = await database.owner.query(`select distinct week_end as sunday from dirty_week`);
    const leftOut = marked.map(({ sunday }) => sunday).filter(isLeftOut);
    await database.owner.query(
      `insert into mask (organization_id, week_end, nodes, counted_at, k)
       select id, unnest($2::date[]), '[]', now(), k from organization where id = $1`,
      [organizationId, leftOut],
    );
    await database.owner.query(`delete from dirty_week where week_end = any($1)`, [leftOut]);
    const weeks = await measureAndPublish(work, organizationId, now);

    const proof = await proveOrganization(work, organizationId, (sunday) =>
      isLeftOut(sunday) ? [] : daysBetween(sunday, until) % 112 === 0 ? [28, 7, 91, 182, 365] : [28, 7],
    );
    expect(weeks).toHaveLength(9);
    expect(proof.differences.slice(0, 40)).toEqual([]);
    expect(proof.measures).toBeGreaterThan(70_000);
    expect(proof.publications).toBeGreaterThan(35_000);
  });

  // At the size at which the stories are loud: apps/api/stories.http.spec.ts, of `npm run prove`.
  it('calls the site that stalls, too small for an alert, and raises none for the one that does well', async () => {
    const read = await database.as('read');
    const organization = { id: organizationId, k: 10 };
    const { board } = await withinOrganization(organizationId, () =>
      new BoardRepository(read).read(organization, { populations: ['everyone'], days: [0, 7, 28], back: 24 }),
    );
    const { stalled, webinarWorked } = cast.international;
    const tree = board.publication.tree(until);
    const holds = (entity: string) => (course: { place: string }) =>
      tree.place(course.place)?.entities.includes(entity) ?? false;
    const found = alertsOf(coursesOf(board, 12), {
      parentOf: (place) => tree.place(place)?.parent ?? null,
      shocks: [],
      lastCall: () => null,
    });
    // Below sixty people chance alone would raise alarms: the one that stalls is to be called all the same.
    expect(found.small.filter(holds(stalled))).toHaveLength(1);
    expect(found.alerts.flatMap(({ courses }) => courses).filter(holds(webinarWorked))).toEqual([]);
  });
});
