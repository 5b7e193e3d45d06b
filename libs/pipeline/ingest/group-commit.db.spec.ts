import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { rowsOf } from '#storage/database.js';
import { createOrganization } from '#storage/directory/organization.js';
import { type EventRow } from '#storage/event/event-row.js';
import { createSource } from '#storage/source/sources.js';
import { createTestDatabase, type TestDatabase } from '#storage/testing/test-database.js';
import { GroupCommit, type Submission } from './group-commit.js';

let db: TestDatabase;
let ingest: DataSource;
let organizations: string[];

beforeAll(async () => {
  db = await createTestDatabase();
  ingest = await db.as('ingest');
  organizations = [];
  for (const slug of ['one', 'two']) {
    const id = await createOrganization(db.owner, { slug, name: slug, class: 'public', timezone: 'UTC' });
    await createSource(db.owner, id, { name: 's', kind: 'http' });
    organizations.push(id);
  }
});
afterAll(() => db.drop());

const row = (over: Partial<EventRow> = {}): EventRow => ({
  sourceId: 1,
  importId: null,
  id: randomUUID(),
  day: '2026-03-02',
  digest: '1',
  occurredAt: '2026-03-02T08:00:00.000Z',
  kind: 2,
  quantity: 1,
  actor: 'ada',
  object: null,
  parent: null,
  groupKey: null,
  target: null,
  ...over,
});
const submission = (rows: EventRow[], organization = 0, over: Partial<Submission> = {}): Submission => ({
  organizationId: organizations[organization] ?? '',
  rows,
  mode: 'store',
  count: () => [],
  ...over,
});
const options = { lanes: 2, lanesOfOne: 2, groupSize: 20_000, waiting: 200_000 };

/** Transactions that inserted into the table of dirty days: one per group and organisation. */
const transactions = async () => {
  const [found] = await rowsOf<{ count: number }>(
    db.owner,
    `select count(distinct xmin::text) as count from dirty_day`,
  );
  return found?.count ?? 0;
};

describe('group commit', () => {
  it('stores requests that arrive together in few transactions, each with its own outcomes', async () => {
    const commit = new GroupCommit(ingest, options);
    const known = row();
    await commit.submit(submission([known]));
    const before = await transactions();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, turn) =>
        commit.submit(submission([row(), known, { ...known, digest: '2' }], turn % 2)),
      ),
    );
    const first = answers.findIndex((outcomes, turn) => turn % 2 === 1 && outcomes[1] === 'accepted');
    // Two lanes run at once: which of the requests comes first is theirs to decide, not that there is one.
    expect(first).toBeGreaterThan(0);
    for (const [turn, outcomes] of answers.entries()) {
      expect(outcomes).toEqual(['accepted', turn === first ? 'accepted' : 'duplicate', 'conflict']);
    }
    expect((await transactions()) - before).toBeLessThan(10);
  });

  it('fails nobody for another’s sake', async () => {
    const commit = new GroupCommit(ingest, { ...options, lanes: 1 });
    const busy = commit.submit(submission([row()]));
    const good = [row(), row(), row()];
    const poison = row({ kind: 1_000_000 });
    const answers = await Promise.allSettled([
      commit.submit(submission(good.slice(0, 1))),
      commit.submit(submission([row(), poison])),
      commit.submit(submission(good.slice(1))),
    ]);
    await busy;
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await commit.submit(submission(good))).toEqual(['duplicate', 'duplicate', 'duplicate']);
  });

  it('lets an all-or-nothing request stand alone', async () => {
    const commit = new GroupCommit(ingest, { ...options, lanes: 1 });
    const known = row();
    const answers = await Promise.all([
      commit.submit(submission([known])),
      commit.submit(submission([row(), { ...known, digest: '9' }], 0, { mode: 'strict' })),
      commit.submit(submission([row()])),
      commit.submit(submission([row(), known], 0, { mode: 'strict' })),
    ]);
    expect(answers).toEqual([['accepted'], ['accepted', 'conflict'], ['accepted'], ['accepted', 'duplicate']]);
  });

  it('turns callers away when too much is waiting, but never the first', async () => {
    const commit = new GroupCommit(ingest, { lanes: 1, lanesOfOne: 1, groupSize: 10, waiting: 5 });
    const many = Array.from({ length: 8 }, () => row());
    const answers = await Promise.allSettled([
      commit.submit(submission(many)),
      commit.submit(submission([row()])),
      commit.submit(submission(many)),
    ]);
    expect(
      answers.map((answer) => (answer.status === 'rejected' ? (answer.reason as { code: string }).code : 'stored')),
    ).toEqual(['stored', 'stored', 'overloaded']);
    expect(await commit.submit(submission(many))).toHaveLength(8);
  });

  it('lets nobody wait behind what another has sent', async () => {
    const commit = new GroupCommit(ingest, { ...options, lanes: 3, groupSize: 2 });
    const stored: string[] = [];
    const submit = (name: string, organization: number) =>
      commit.submit(submission([row(), row()], organization)).then(() => stored.push(name));
    // Two lanes are the first one's at once, and thirty groups of theirs wait; of the second, one finds a lane free.
    const loud = Array.from({ length: 32 }, () => submit('loud', 0));
    const quiet = [submit('quiet', 1), submit('quiet', 1), submit('quiet', 1)];
    await Promise.all(quiet);
    expect(stored.filter((name) => name === 'loud').length).toBeLessThan(16);
    await Promise.all(loud);
    expect(stored).toHaveLength(35);
  });

  it('takes turns where there is one lane', async () => {
    const commit = new GroupCommit(ingest, { ...options, lanes: 1, lanesOfOne: 1, groupSize: 2 });
    const stored: string[] = [];
    const submit = (name: string, organization: number) =>
      commit.submit(submission([row(), row()], organization)).then(() => stored.push(name));
    const all = [0, 0, 0, 0, 1, 1].map((organization) => submit(organization === 0 ? 'loud' : 'quiet', organization));
    await Promise.all(all);
    expect(stored).toEqual(['loud', 'loud', 'quiet', 'loud', 'quiet', 'loud']);
  });

  it('tells that the database is away', async () => {
    const pool = await db.as('ingest');
    const commit = new GroupCommit(pool, options);
    await commit.submit(submission([row()]));
    await db.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename like 'essor_ingest%'`,
    );
    const answers = await Promise.allSettled(Array.from({ length: 5 }, () => commit.submit(submission([row()]))));
    for (const answer of answers) {
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'ledger_unavailable' });
    }
    expect(await commit.submit(submission([row()]))).toEqual(['accepted']);
  });
});
