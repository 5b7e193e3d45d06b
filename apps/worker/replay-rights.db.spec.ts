import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportStory } from '#pipeline/import/testing/import-story.js';
import { readSettings, type Settings } from '#runtime/settings.js';
import { rowsOf } from '#storage/database.js';
import { leaveOut } from '#storage/rights/leave-out.js';
import { RightsLedger } from '#storage/rights/rights-ledger.js';
import { dumpOf } from '#storage/testing/dump.js';
import { replayRights } from './replay-rights.js';

jest.setTimeout(60_000);

/** Partitions are tables too, and are written through the whole. Generated columns are made again. */
const tables = `select relname as name, string_agg(quote_ident(attname), ', ') as columns
  from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition group by 1 order by 1`;

describe('the start of a worker on a backup that was put back', () => {
  let story: ImportStory;
  let folder: string;
  let settings: Settings;
  beforeAll(async () => {
    story = await ImportStory.open();
    folder = await mkdtemp(join(tmpdir(), 'essor-replay-'));
    settings = readSettings({
      ...{ DATABASE_URL: story.database.url, APP_SECRET: story.database.secret, LOG_LEVEL: 'silent' },
      RIGHTS_LEDGER: join(folder, 'rights.ndjson'),
    });
  });
  afterAll(async () => {
    await story.close();
    await rm(folder, { recursive: true });
  });

  const everyTable = () => rowsOf<{ name: string; columns: string }>(story.owner, tables);
  async function backUp(): Promise<void> {
    await story.owner.query(`create schema older`);
    for (const { name, columns } of await everyTable())
      await story.owner.query(`create table older.${name} as select ${columns} from ${name}`);
  }
  /** As it was, whatever happened since. */
  async function putBack(): Promise<void> {
    await story.owner.transaction(async (tx) => {
      await tx.query(`set local session_replication_role = replica`);
      for (const { name, columns } of await everyTable()) {
        await tx.query(`delete from ${name}`);
        await tx.query(`insert into ${name} (${columns}) overriding system value table older.${name}`);
      }
    });
  }
  const everything = async () => {
    const dump = await dumpOf(story.owner);
    return [...dump].filter(([name]) => !name.startsWith('older.'));
  };
  const people = async () => (await story.rows(`select key from person where organization_id = $1`)).length;
  const events = async () => (await story.rows(`select id from event where organization_id = $1`)).length;

  it('takes out again whoever was erased or objected since, once, and nobody else', async () => {
    await replayRights(settings);
    await story.begin({ class: 'synthetic', k: 1, bands: false });
    await story.file('entities', 'entity_id,parent_id,name\neast,,East\n');
    await story.file('people', 'person_id,entity\nann,east\nbob,east\ncleo,east\n');
    expect([await people(), await events()]).toEqual([3, 0]);
    const act = (name: string) => `${name}-1,2026-03-03T09:00:00Z,login,${name}`;
    await story.file('events', `id,occurred_at,kind,actor\n${['ann', 'bob', 'cleo'].map(act).join('\n')}\n`);
    await backUp();

    const rights = await story.database.as('rights');
    const ledger = new RightsLedger(join(folder, 'rights.ndjson'));
    for (const [identifier, reason] of [
      ['ann', 'erasure'],
      ['bob', 'objection'],
    ] as const)
      await leaveOut(rights, story.organizationId, { identifier, reason, accountId: null }, ledger);
    expect([await people(), await events()]).toEqual([1, 1]);
    await putBack();
    expect([await people(), await events()]).toEqual([3, 3]);

    await replayRights(settings);
    expect([await people(), await events()]).toEqual([1, 1]);
    const late = await story.file('events', `id,occurred_at,kind,actor\n${act('ann').replace('-1', '-2')}\n`);
    expect(late).toMatchObject({ accepted: 0 });
    const before = await everything();
    await replayRights(settings);
    expect(await everything()).toEqual(before);
  });
});
