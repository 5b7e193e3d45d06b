import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileInMemory } from '#connectors/file-input.js';
import { zipped } from '#connectors/testing/zipped.js';
import { listSources } from '#storage/source/source-list.js';
import { type ImportSettings } from './import-request.js';
import { codes, ImportStory } from './testing/import-story.js';

let story: ImportStory;
beforeAll(async () => {
  story = await ImportStory.open();
});
afterAll(() => story.close());
beforeEach(() => story.begin());

const header = 'id,occurred_at,kind,actor,object,parent,group,target,quantity\n';
const kinds = ['login', 'post', 'comment', 'reaction', 'message_sent'];
const line = (number: number) =>
  `e${number},2026-0${1 + (number % 2)}-${10 + (number % 15)}T0${number % 10}:00:00+01:00,${kinds[number % 5]},p${number % 7}@x.fr,o${number},,g,,\n`;
const lines = Array.from({ length: 1000 }, (_, number) => line(number));
const file = (some: readonly string[]) => header + some.join('');
const events = () =>
  story.rows(
    `select day, id, occurred_at, kind, actor, object, group_key from event where organization_id = $1 order by day, id`,
  );

const lastErrorField = `select error_field as field from import where organization_id = $1 order by id desc limit 1`;

/** The same every time: a test must be able to fail twice. */
const shuffled = (some: readonly string[]) =>
  [...some].sort(
    (one, other) =>
      ((one.length * 31 + one.charCodeAt(2) * 7) % 13) - ((other.length * 31 + other.charCodeAt(2) * 7) % 13) ||
      (one < other ? 1 : -1),
  );

describe('a file of events', () => {
  it('leaves the same events when it comes twice, shuffled, or in ten parts', async () => {
    const first = await story.file('events', file(lines));
    expect(first).toMatchObject({
      state: 'done',
      received: 1000,
      accepted: 1000,
      duplicates: 0,
      rejected: 0,
      completeThrough: '2026-02-24',
    });
    const expected = await events();
    expect(expected).toHaveLength(1000);
    const dirty = await story.rows(`select day from dirty_day where organization_id = $1`);
    expect(await story.file('events', file(shuffled(lines)))).toMatchObject({ accepted: 0, duplicates: 1000 });
    for (let part = 0; part < 10; part++) {
      expect(await story.file('events', file(lines.slice(part * 100, part * 100 + 100)))).toMatchObject({
        accepted: 0,
        duplicates: 100,
      });
    }
    expect(await events()).toEqual(expected);
    expect(await story.rows(`select day from dirty_day where organization_id = $1`)).toEqual(dirty);
    await story.begin();
    for (let part = 9; part >= 0; part--)
      await story.file('events', file(shuffled(lines).slice(part * 100, part * 100 + 150)));
    expect(await events()).toEqual(expected);
  });

  it('refuses the same lines once, however often it comes', async () => {
    const bad =
      header + line(1) + 'e2,yesterday,login,p@x.fr,o,,g,,\n' + 'e3,2026-01-10T00:00:00Z,dance,p@x.fr,o,,g,,\n';
    const counted = async () => {
      const app = await story.database.as('app');
      const [source] = await story.within(() => listSources(app, story.organizationId, new Date(0)));
      return { refused: source?.hours.map(({ rejected }) => rejected), again: source?.refusedAgain };
    };
    await story.file('events', bad);
    expect(await counted()).toEqual({ refused: [2], again: 0 });
    await story.file('events', bad, { dryRun: true });
    await story.file('events', bad);
    await story.file('events', bad);
    expect(await counted()).toEqual({ refused: [6], again: 4 });
    // Another file says of itself what is wrong in it, also on the same line.
    await story.file('events', bad + line(4));
    expect(await counted()).toEqual({ refused: [8], again: 4 });
  });

  it('may be cut off and read again', async () => {
    const importId = (await story.file('events', file(lines.slice(0, 400)))).importId;
    const whole = Buffer.from(file(lines));
    const { runImport } = await import('./run-import.js');
    const request = {
      organizationId: story.organizationId,
      importId,
      kind: 'events',
      fileName: 'e.csv',
      settings: {},
      now: story.now,
    };
    const input = fileInMemory(whole);
    const cut = async function* () {
      yield Promise.resolve(whole.subarray(0, 30_000));
      throw new Error('the disk is gone');
    };
    await expect(runImport(story.work, { ...request, input: { ...input, stream: cut } })).rejects.toThrow(
      'the disk is gone',
    );
    const told: number[] = [];
    const report = await runImport(story.work, {
      ...request,
      input,
      onProgress: ({ readBytes }) => told.push(readBytes),
    });
    expect(report).toMatchObject({ importId, state: 'done', received: 1000, accepted: 600, duplicates: 400 });
    expect(told.at(-1)).toBe(whole.length);
    expect(
      await story.rows(
        `select state, attempts, received::int, read_bytes::int as bytes from import where organization_id = $1`,
      ),
    ).toEqual([{ state: 'done', attempts: 3, received: 1000, bytes: whole.length }]);
    expect(await story.rows(`select * from event_also where organization_id = $1`)).toEqual([]);
  });

  it('is read with a byte order mark, semicolons, returns, quoted line breaks, and other names', async () => {
    const text =
      '\uFEFFNuméro;quand;quoi;qui;object\r\n1;2026-01-05T10:00:00Z;message;ada;"a\r\nb"\r\n2;2026-01-05T10:00:00Z;message;"a;da";\r\n';
    const report = await story.file('events', text, {
      map: { id: 'Numéro', occurred_at: 'quand', kind: 'quoi', actor: 'qui' },
      kinds: { message_sent: 'message' },
    });
    expect(codes(report)).toEqual(['2 control_character']);
    expect(await events()).toMatchObject([{ kind: 11, actor: 'a;da' }]);
  });

  const bad = [
    'a,2026-01-05T10:00:00,post,ada,,,,,',
    'b,2026-01-05T10:00:00Z,poke,ada,,,,,',
    'c,2026-03-12T10:00:00Z,post,ada,,,,,',
    'd,2026-02-30T10:00:00Z,post,ada,,,,,',
    'e,2026-01-05T10:00:00Z,post,,,,,,',
    'f,2026-01-05T10:00:00Z,post,ada,,,,,-1',
    'g,2026-01-05T10:00:00Z,post',
    'h,2026-01-05T10:00:00Z,post,"ada,,,,,',
    'e0,2026-01-10T00:00:00+01:00,post,somebody else,,,,,',
    'i,1985-01-05T10:00:00Z,post,ada,,,,,',
    ',2026-01-05T10:00:00Z,post,ada,,,,,',
  ];
  const expectedCodes = [
    '3 naive_timestamp',
    '4 unknown_kind',
    '5 future_timestamp',
    '6 bad_timestamp',
    '7 missing_field',
    '8 bad_quantity',
    '9 wrong_column_count',
    '10 bad_quote',
    '11 conflict',
    '12 early_timestamp',
    '13 missing_field',
  ];
  const mixed = `${header}${line(0)}${bad.join('\n')}\n${line(2)}`;

  it('puts in what is good and tells each bad line by its number', async () => {
    const report = await story.file('events', mixed);
    expect(codes(report)).toEqual(expectedCodes);
    expect(report).toMatchObject({ state: 'done', received: 13, accepted: 2, rejected: 11 });
    const [{ refusals = [] } = {}] = await story.rows<{ refusals: { code: string; times: number }[] }>(
      `select refusals from import where organization_id = $1`,
    );
    const byCode = (code: string) => expectedCodes.filter((one) => one.endsWith(` ${code}`)).length;
    for (const { code, times } of refusals) expect([code, times]).toEqual([code, byCode(code)]);
    expect(refusals.reduce((sum, { times }) => sum + times, 0)).toBe(11);
    // The counters of its source say the same, whoever refused a line.
    expect(
      await story.rows(
        `select sum(received)::integer as received, sum(rejected)::integer as rejected from source_hour where organization_id = $1`,
      ),
    ).toEqual([{ received: 13, rejected: 11 }]);
    const stored = await story.rows(
      `select line, code, field from import_reject where organization_id = $1 order by line`,
    );
    expect(stored).toHaveLength(11);
    expect(JSON.stringify(await story.rows(`select * from import_reject where organization_id = $1`))).not.toContain(
      'somebody',
    );
    expect(await events()).toHaveLength(2);
  });

  it('goes in whole or not at all when strict', async () => {
    await story.file('events', file([line(1)]));
    const before = await story.everything();
    expect(await story.file('events', mixed, { strict: true })).toMatchObject({
      state: 'failed',
      errorCode: 'strict_refused',
      accepted: 0,
    });
    // Two lines of the file contradict each other only once one of them is stored.
    const twice = `${header}${line(2)}${line(2).replace('comment', 'post')}`;
    expect(await story.file('events', twice, { strict: true })).toMatchObject({
      state: 'failed',
      rejected: 1,
      accepted: 0,
    });
    expect(await story.everything()).toEqual(before);
    expect(await story.file('events', file(lines), { strict: true })).toMatchObject({
      state: 'done',
      accepted: 999,
      duplicates: 1,
    });
  });

  it('leaves nothing of a strict file of two batches whose reading breaks off', async () => {
    const { runImport } = await import('./run-import.js');
    // One more than the events of a batch.
    const long = Buffer.from(file(Array.from({ length: 20_001 }, (_, number) => line(number))));
    let readings = 0;
    const stream = async function* breaking() {
      readings += 1;
      yield Promise.resolve(long);
      if (readings === 2) throw new Error('the disk is gone');
    };
    const request = { organizationId: story.organizationId, kind: 'events', fileName: 'long.csv', now: story.now };
    await expect(
      runImport(story.work, { ...request, settings: { strict: true }, input: { ...fileInMemory(long), stream } }),
    ).rejects.toThrow('the disk is gone');
    expect(readings).toBe(2);
    expect(await events()).toEqual([]);
    expect(await story.rows(`select day from dirty_day where organization_id = $1`)).toEqual([]);
  });

  it('only tells what would happen when dry', async () => {
    await story.file('events', file([line(0)]));
    const before = await story.everything();
    expect(await story.file('events', mixed, { dryRun: true })).toMatchObject({
      state: 'done',
      accepted: 1,
      duplicates: 1,
      rejected: 11,
      completeThrough: null,
    });
    expect(await story.everything()).toEqual(before);
    const names = () => story.rows(`select name from source where organization_id = $1`);
    expect(await names()).toEqual([{ name: 'events' }]);
    expect(await story.file('events', file([line(0)]), { dryRun: true, source: 'Intranet' })).toMatchObject({
      ...{ accepted: 1, duplicates: 0 },
    });
    expect(await names()).toEqual([{ name: 'events' }]);
  });

  it('waits for a word where its events are known under another name of the source, and would count twice', async () => {
    await story.file('events', file(lines.slice(0, 40)));
    const told = async (from: number, source: string, how: ImportSettings = {}) => {
      const report = await story.file('events', file(lines.slice(from, from + 40)), { source, ...how });
      return [report.errorCode, ...report.notes.map(({ code }) => code)];
    };
    const counted = `select sum(accepted)::integer as accepted, sum(duplicates)::integer as duplicates from source_hour where organization_id = $1`;
    expect(await told(0, 'events')).toEqual([null]);
    expect(await told(30, 'Intranet', { dryRun: true })).toEqual([null]);
    expect(await told(10, 'Intranet', { dryRun: true })).toEqual([null, 'known_elsewhere']);
    expect(await told(10, 'Intranet')).toEqual(['known_elsewhere']);
    expect(await told(10, 'Intranet', { strict: true })).toEqual(['known_elsewhere']);
    expect(await story.rows(counted)).toEqual([{ accepted: 40, duplicates: 40 }]);
    expect(await told(0, 'Intranet', { again: true })).toEqual([null, 'known_elsewhere']);
    expect(await story.rows(counted)).toEqual([{ accepted: 80, duplicates: 40 }]);
    // Now they are known under its own name too: reading it again changes nothing, and asks nothing.
    expect(await told(0, 'Intranet')).toEqual([null]);
    expect(await story.rows(counted)).toEqual([{ accepted: 80, duplicates: 80 }]);
  });

  it('declares no day complete that has not begun, whatever a clock ahead says', async () => {
    const ahead = new Date(story.now.getTime() + 20 * 3_600_000).toISOString();
    const content = `id,occurred_at,kind,actor\na,${ahead},post,ada\n`;
    expect(await story.file('events', content)).toMatchObject({
      ...{ accepted: 1, completeThrough: story.now.toISOString().slice(0, 10) },
    });
  });

  it('says so too where the same file is read differently, so that no event looks like another', async () => {
    const content = file(lines.slice(0, 20));
    const elsewhere = { source: 'Intranet', fixed: { group: 'g' } };
    expect(await story.file('events', content)).toMatchObject({ state: 'done' });
    expect(await story.file('events', content, elsewhere)).toMatchObject({
      state: 'failed',
      errorCode: 'known_elsewhere',
    });
    expect(await story.file('events', content, { ...elsewhere, again: true })).toMatchObject({ accepted: 20 });
  });

  it.each([
    ['no bytes', '', 'empty_file'],
    ['no column for the actor', 'id,occurred_at,kind\n1,2,3\n', 'missing_column'],
    ['UTF-16 without its mark', Buffer.from('id', 'utf16le'), 'unsupported_encoding'],
  ])('with %s is refused as a whole', async (_, content, code) => {
    const before = await story.everything();
    expect(await story.file('events', content)).toMatchObject({ state: 'failed', errorCode: code, accepted: 0 });
    expect(await story.everything()).toEqual(before);
    const missing = code === 'missing_column' ? 'actor' : null;
    expect(await story.rows(lastErrorField)).toEqual([{ field: missing }]);
  });

  it('brings nothing into sealed days', async () => {
    await story.database.owner.query(`update organization set sealed_before = '2026-01-12' where id = $1`, [
      story.organizationId,
    ]);
    const report = await story.file(
      'events',
      `${header}a,2026-01-11T23:59:00Z,post,ada,,,,,\nb,2026-01-12T00:00:00Z,post,ada,,,,,\n`,
    );
    expect(codes(report)).toEqual(['2 sealed_day']);
    expect(await events()).toHaveLength(1);
  });

  it('declares days complete in the zone of the organisation, and never back', async () => {
    await story.begin({ timezone: 'Europe/Paris' });
    expect(await story.file('events', `${header}a,2026-02-01T23:30:00Z,post,ada,,,,,\n`)).toMatchObject({
      completeThrough: '2026-02-02',
    });
    await story.file('events', `${header}b,2026-01-01T23:30:00Z,post,ada,,,,,\n`, { completeThrough: '2026-01-31' });
    const through = () => story.rows(`select declared_through as day from organization where id = $1`);
    expect(await through()).toEqual([{ day: '2026-02-02' }]);
    await story.file('events', header, { completeThrough: '2026-02-28' });
    expect(await through()).toEqual([{ day: '2026-02-28' }]);
  });

  it('may come packed, is then the same the second time, and shows how far it is', async () => {
    const message = (user: number) =>
      `{"type":"message","user":"U${user}","ts":"${1_767_603_600 + user}.000100","text":"${'mot '.repeat(40)}"}`;
    const day = `[${Array.from({ length: 300 }, (_, user) => message(user)).join(',')},{"type":"message"}]`;
    const packed = await zipped({
      'channels.json': '[{"id":"C1","name":"one","created":1767600000,"creator":"U1"}]',
      ...{ 'one/2026-01-05.json': day, 'one/later.zip': 'x' },
    });
    const first = await story.file('slack', packed);
    expect(first).toMatchObject({ received: 303, accepted: 302, duplicates: 0, rejected: 1, skipped: 1 });
    // What the lines are, of which not all are acts.
    expect(first.notes).toEqual([
      { code: 'left_aside', times: 1 },
      { code: 'read_groups', times: 1 },
      { code: 'read_events', times: 301 },
    ]);
    expect(first.readBytes).toBeGreaterThan(packed.length / 2);
    const before = await story.everything(['event_also']);
    expect(await story.file('slack', packed, { strict: true })).toMatchObject({ state: 'failed', rejected: 1 });
    expect(await story.file('slack', packed)).toMatchObject({ accepted: 0, duplicates: 302, rejected: 1 });
    const report = await story.file('slack', packed.subarray(0, packed.length - 10));
    expect(report).toMatchObject({ state: 'failed', errorCode: 'damaged_archive', accepted: 0 });
    expect(await story.everything(['event_also'])).toEqual(before);
  });

  it('of real people who were not told yet keeps nothing, and a trial says what it would be', async () => {
    await story.database.owner.query(`update organization set class = 'personal' where id = $1`, [
      story.organizationId,
    ]);
    const text = 'id,occurred_at,kind,actor\n1,2026-03-02T09:00:00Z,post,ada\n';
    for (const strict of [false, true])
      expect(await story.file('events', text, { strict })).toMatchObject({
        ...{ state: 'failed', errorCode: 'purpose_gate_closed', received: 0, accepted: 0 },
      });
    expect(await story.rows(`select from event where organization_id = $1`)).toEqual([]);
    expect(await story.file('events', text, { dryRun: true })).toMatchObject({ state: 'done', accepted: 1 });
  });

  it('refuses a kind of file that nobody can read', async () => {
    await expect(story.file('poems', '')).rejects.toMatchObject({ code: 'unknown_import_kind' });
  });
});

describe('an export of a network', () => {
  it.each([
    ['m365', 'user-activity-of-a-day.csv', { accepted: 8, duplicates: 0, rejected: 4 }],
    ['exo', 'analytics.ndjson', { accepted: 15, duplicates: 0, rejected: 3 }],
    // What two pages tell counts once.
    ['humhub', 'pages.ndjson', { accepted: 9, duplicates: 1, rejected: 4 }],
    ['discourse', 'pages.ndjson', { accepted: 6, duplicates: 2, rejected: 3 }],
  ])('of %s changes nothing when it comes twice', async (kind, name, expected) => {
    const text = await readFile(join(import.meta.dirname, '..', '..', 'connectors', kind, 'fixtures', name));
    const first = await story.file(kind, text, { zone: 'Europe/Paris' });
    expect(first).toMatchObject({ state: 'done', ...expected });
    const before = await story.everything(['event_also']);
    const again = await story.file(kind, text, { zone: 'Europe/Paris' });
    expect(again).toMatchObject({ accepted: 0, duplicates: expected.accepted + expected.duplicates });
    expect(again.rejects).toEqual(first.rejects);
    expect(await story.everything(['event_also'])).toEqual(before);
  });
});
