import { randomUUID } from 'node:crypto';
import { fileInMemory } from '#connectors/file-input.js';
import { ImportProfile, ImportProfiles } from '#contract/import-profiles.js';
import { FileWords, ImportPreview } from '#contract/import-preview.js';
import {
  HeldSnapshot,
  Import,
  ImportQuery,
  ImportQueued,
  Imports,
  largestFile,
  UndoCounts,
} from '#contract/imports.js';
import { Organization } from '#contract/organization.js';
import { SourceNames } from '#contract/source-names.js';
import { KeyCreated, Sources, SourceCreated } from '#contract/sources.js';
import { buildActivity } from '#pipeline/activity/build-activity.js';
import { handedInFile } from '#pipeline/import/handed-in-file.js';
import { runImport } from '#pipeline/import/run-import.js';
import { runKept } from '#pipeline/import/run-kept.js';
import { undoImport } from '#pipeline/import/undo-import.js';
import { rowsOf } from '#storage/database.js';
import { chunkSize, readChunks } from '#storage/import/import-chunks.js';
import { type Reject, saveRejects } from '#storage/import/import-rejects.js';
import { findImport } from '#storage/import/imports.js';
import { finishImport, saveProgress, startImport } from '#storage/import/import-run.js';
import { leftOver } from '#storage/left-over/left-over.js';
import { findKey, revokeKeyByPrefix } from '#storage/source/source-keys.js';
import { ensureSource } from '#storage/source/sources.js';
import { withinOrganization } from '#storage/wall/within-organization.js';
import { createTestServer, type TestServer } from '../testing/test-server.js';
import { HandIn } from './hand-in.js';

let server: TestServer;
let admin: { cookie: string };
let manager: { cookie: string };
let org: string;
const slug = 'acme';

beforeAll(async () => {
  server = await createTestServer();
  org = await server.organization(slug);
  admin = await server.signedIn((await server.account('admin')).id);
  manager = await server.signedIn((await server.account('project_manager', [slug])).id);
});
afterAll(() => server.close());

const base = `/v1/organizations/${slug}`;
const call = async (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  headers: Record<string, string>,
  payload?: string | object,
) => {
  const answer = await server.app.inject({
    method,
    url: `${base}${url}`,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answer.statusCode, headers: answer.headers, text: answer.body, json: () => answer.json<unknown>() };
};
const code = (answer: { json: () => unknown }) => (answer.json() as { code: string }).code;

describe('sources', () => {
  it('are made, given keys that are shown once, listed with their counters, and lose their keys', async () => {
    const name = `Intranet ${randomUUID()}`;
    const made = await call('POST', '/sources', admin, { name });
    expect(made.status).toBe(201);
    const { id } = SourceCreated.parse(made.json());
    expect(code(await call('POST', '/sources', admin, { name }))).toBe('source_name_taken');
    const { key, prefix, id: keyId } = KeyCreated.parse((await call('POST', `/sources/${id}/keys`, admin)).json());
    expect(key).toMatch(/^essor_[0-9a-f]{8}_/);
    const sent = await server.app.inject({
      method: 'POST',
      url: '/v1/events',
      headers: { authorization: `Bearer ${key}` },
      payload: { id: 'a', occurred_at: new Date().toISOString(), kind: 'post', actor: 'ada' },
    });
    expect(sent.statusCode).toBe(202);
    const listed = await call('GET', '/sources', manager);
    const source = Sources.parse(listed.json()).sources.find((one) => one.id === id);
    expect(source).toMatchObject({
      name,
      kind: 'http',
      keys: [{ prefix, revokedAt: null }],
      hours: [{ received: 1, accepted: 1 }],
    });
    expect(source?.lastHour).toBe(source?.hours[0]?.hour);
    expect(listed.text).not.toContain(key);
    expect((await call('DELETE', `/sources/keys/${keyId}`, admin)).status).toBe(204);
    expect(code(await call('DELETE', `/sources/keys/${keyId}`, admin))).toBe('unknown_key');
    expect(await findKey(server.database.owner, key)).toBeNull();
    expect(code(await call('POST', '/sources/999/keys', admin))).toBe('unknown_source');
    const second = KeyCreated.parse((await call('POST', `/sources/${id}/keys`, admin)).json());
    const until = await call('POST', `/sources/${id}/keys`, admin, { expiresOn: '2099-12-31' });
    const dated = (await call('GET', '/sources', manager)).json() as Sources;
    expect(dated.sources.find((one) => one.id === id)?.keys.map(({ expiresOn }) => expiresOn)).toEqual([
      ...[null, null, '2099-12-31'],
    ]);
    expect(until.status).toBe(201);
    expect(code(await call('POST', `/sources/${id}/keys`, admin, { expiresOn: '2020-01-01' }))).toBe('invalid_request');
    const { organizationId } = (await findKey(server.database.owner, second.key))!;
    const revoke = (begins: string) => revokeKeyByPrefix(server.database.owner, organizationId, begins);
    expect(await revoke(`essor_${prefix}`)).toBe(false);
    expect(await revoke(`essor_${second.prefix}`)).toBe(true);
    expect(await revoke(second.prefix)).toBe(false);
  });

  it('are told what the names that they send stand for', async () => {
    const { id } = SourceCreated.parse((await call('POST', '/sources', admin, { name: randomUUID() })).json());
    const { key } = KeyCreated.parse((await call('POST', `/sources/${id}/keys`, admin)).json());
    const track = { event: 'Coffee Brewed', userId: 'ada', messageId: 'm', timestamp: new Date().toISOString() };
    const headers = { authorization: `Bearer ${key}` };
    await server.app.inject({ method: 'POST', url: '/v1/track', headers, payload: track });
    const names = async () => SourceNames.parse((await call('GET', `/sources/${id}/names`, manager)).json());
    const before = await names();
    expect(before.unmapped).toMatchObject([{ vocabulary: 'segment', name: 'coffee brewed', times: 1 }]);
    expect(before.usual).toContainEqual({ vocabulary: 'segment', name: 'post created', use: 'post' });
    const say = (body: object) => call('PUT', `/sources/${id}/names`, manager, body);
    for (const [use, own] of [
      ['share', [{ vocabulary: 'segment', name: 'coffee brewed', use: 'share' }]],
      ['ignored', [{ vocabulary: 'segment', name: 'coffee brewed', use: 'ignored' }]],
      ['usual', []],
    ] as const) {
      expect((await say({ vocabulary: 'segment', name: 'Coffee Brewed', use })).status).toBe(204);
      expect(await names()).toMatchObject({ unmapped: [], own });
    }
    expect(code(await say({ vocabulary: 'segment', name: 'by ada@acme.fr', use: 'post' }))).toBe('bad_name');
    expect(code(await say({ vocabulary: 'segment', name: 'x', use: 'poke' }))).toBe('invalid_request');
    expect(code(await call('GET', '/sources/999/names', manager))).toBe('unknown_source');
  });
});

const csv = { 'content-type': 'text/csv' };
const file = 'id,occurred_at,kind,actor\na,2026-01-05T10:00:00Z,post,ada\n=b,2026-01-05T10:00:00Z,poke,ada\n';

/** What the worker does to the tables of imports. */
const carryOut = (id: number, end: { rejects?: Reject[]; errorCode?: string; errorField?: string }) =>
  withinOrganization(org, async () => {
    const work = await server.database.as('work');
    const rejects = end.rejects ?? [];
    await startImport(work, org, id, null);
    await saveRejects(work, org, id, 0, rejects);
    const counts = { readBytes: 10, received: 2, accepted: 1, duplicates: 0, rejected: rejects.length };
    const refusals = rejects.map(({ code }) => ({ code, times: 1 }));
    await saveProgress(work, org, id, counts, { span: null, refusals });
    await finishImport(work, org, id, {
      completeThrough: '2026-01-31',
      errorCode: end.errorCode ?? null,
      errorField: end.errorField ?? null,
      notes: [{ code: 'doubled_local_time', times: 2 }],
    });
  });

describe('imports', () => {
  it('take a file, show how far it is, and give back what was refused', async () => {
    const query = '?kind=events&file=janvier.csv&complete_through=2026-01-31&kinds=comment=note';
    const taken = await call('POST', `/imports${query}`, { ...manager, ...csv }, file);
    expect(taken.status).toBe(202);
    const { id } = ImportQueued.parse(taken.json());
    const queued = Import.parse((await call('GET', `/imports/${id}`, manager)).json());
    expect(queued).toMatchObject({
      state: 'queued',
      kind: 'events',
      fileName: 'janvier.csv',
      share: 0,
      rowsPerSecond: null,
      strict: false,
    });
    const reject = { line: 3, id: '=b;c', code: 'unknown_kind', field: 'kind', message: 'Not "known", here.' };
    await carryOut(id, { rejects: [reject] });
    const done = Import.parse((await call('GET', `/imports/${id}`, manager)).json());
    expect(done).toMatchObject({
      state: 'done',
      received: 2,
      accepted: 1,
      rejected: 1,
      share: 1,
      completeThrough: '2026-01-31',
      notes: [{ code: 'doubled_local_time', times: 2 }],
      refusals: [{ code: 'unknown_kind', times: 1 }],
    });
    expect(Imports.parse((await call('GET', '/imports', manager)).json()).imports[0]).toMatchObject({ id });
    const rejects = await call('GET', `/imports/${id}/rejects.csv`, manager);
    expect(rejects.headers['content-type']).toContain('text/csv');
    const [head, row] = rejects.text.split('\r\n');
    expect(head).toBe('\uFEFFligne;identifiant;code;champ;motif');
    expect(row).toMatch(/^3;"'=b;c";unknown_kind;kind;ce mot n’est pas connu/);
    // The file is not kept.
    expect(await rowsOf(server.database.owner, `select 1 from import_chunk where organization_id = $1`, [org])).toEqual(
      [],
    );
  });

  it('keep a large file whole', async () => {
    const large = Buffer.from(Array.from({ length: 90_000 }, (_, index) => `${index},${'é'.repeat(10)}\n`).join(''));
    const taken = await call('POST', '/imports?kind=events&file=big.csv', { ...manager, ...csv }, large);
    const { id } = ImportQueued.parse(taken.json());
    const pieces: Buffer[] = [];
    for await (const piece of readChunks(server.database.owner, org, id)) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(1);
    expect(Buffer.concat(pieces).equals(large)).toBe(true);
    const atAnyPlace = handedInFile(server.database.owner, org, id, large.length);
    for (const [position, length] of [
      [0, 5],
      [1_048_570, 12],
      [1_048_576, 1_048_576],
      [1000, large.length],
      [large.length - 3, 10],
      [large.length, 1],
    ] as const) {
      const bytes = await atAnyPlace.read(position, length);
      expect(bytes.equals(large.subarray(position, position + length))).toBe(true);
    }
    await carryOut(id, { errorCode: 'missing_column', errorField: 'actor' });
    expect(Import.parse((await call('GET', `/imports/${id}`, manager)).json())).toMatchObject({
      state: 'failed',
      ...{ errorCode: 'missing_column', errorField: 'actor' },
    });
  });

  it('are previewed without anything being stored or anybody shown', async () => {
    const before = await rowsOf(server.database.owner, `select id from import`);
    const text =
      'Horodatage;Qui;Quoi;Numéro\n2026-01-05T10:00:00Z;ada@x.fr;post;1\n2026-01-05T10:00:00Z;ada@x.fr;poke;2\n';
    const raw = { ...manager, 'content-type': 'application/octet-stream' };
    const answer = await call('POST', '/imports/preview', raw, text);
    expect(ImportPreview.parse(answer.json())).toMatchObject({
      ...{ kind: 'events', reason: 'header', delimiter: ';' },
      map: { occurred_at: 'Horodatage', actor: 'Qui', kind: 'Quoi', id: 'Numéro' },
      rows: [{ line: 2, kind: 'post', occurredAt: '2026-01-05T10:00:00.000Z' }],
      rejects: [{ line: 3, code: 'unknown_kind', field: 'kind' }],
    });
    const french = 'Date;Qui;Quoi;N°\n31/01/2026 10:00;ada;Commentaire;1\n29/02/2025 10:00;ada;Sondage;2\n';
    expect(ImportPreview.parse((await call('POST', '/imports/preview', raw, french)).json())).toMatchObject({
      ...{ suggestedKinds: { Commentaire: 'comment' }, suggestedDateFormat: 'dd/MM/yyyy HH:mm' },
      unknownWords: ['Commentaire', 'Sondage'],
    });
    const mapped = await call('POST', '/imports/preview?kind=events&map=occurred_at=Horodatage', raw, text);
    expect(ImportPreview.parse(mapped.json())).toMatchObject({
      rows: [],
      errorCode: 'missing_column',
      errorField: 'id',
    });
    const byContent = await call('POST', '/imports/preview?kind=events&ids=content', raw, text);
    expect(ImportPreview.parse(byContent.json())).toMatchObject({ rows: [{ line: 2 }], errorCode: null });
    expect(ImportPreview.parse((await call('POST', '/imports/preview', raw, 'Bonjour')).json()).kind).toBeNull();
    expect(ImportPreview.parse(answer.json()).known).toBeNull();
    const cut = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(100)]).toString('latin1');
    for (const [body, wrong] of [
      [cut, 'damaged_archive'],
      [`${cut}PK\u0005\u0006`, null],
    ] as const)
      expect(ImportPreview.parse((await call('POST', '/imports/preview?whole=1', raw, body)).json())).toMatchObject({
        ...{ kind: null, errorCode: wrong },
      });
    expect(await rowsOf(server.database.owner, `select id from import`)).toEqual(before);
  });

  it('tell all words in the column of kinds, also those that the first rows have not', async () => {
    const raw = { ...manager, 'content-type': 'application/octet-stream' };
    const rows = '01/02/2026 10:00;ada;Publication\n'.repeat(9000);
    const words = `${encodeURI('/imports/words?column=Quoi')}&encoding=utf-8`;
    const answer = await call('POST', words, raw, `Date;Qui;Quoi\n${rows}01/02/2026 10:00;ada;Événement rare\n`);
    expect(FileWords.parse(answer.json())).toEqual({
      words: [
        { word: 'Publication', times: 9000 },
        { word: 'Événement rare', times: 1 },
      ],
      ...{ others: 0, suggestedKinds: { Publication: 'post' } },
    });
  });

  it('have told, before anything is published, which week appears first', async () => {
    const first = async () => Organization.parse((await call('GET', '', manager)).json()).firstWeek;
    expect(await first()).toBeNull();
    const work = await server.database.as('work');
    await runImport(work, {
      ...{ organizationId: org, kind: 'events', fileName: 'w.csv', settings: {}, now: new Date() },
      input: fileInMemory(Buffer.from('id,occurred_at,kind,actor\nw1,2026-01-06T10:00:00Z,post,ada\n')),
    });
    expect(await first()).toMatchObject({ state: 'counting', sunday: '2026-01-11' });
  });

  it('of real people are published once somebody says that everything is in, which is noted once', async () => {
    const id = await server.organization('new', { class: 'personal' });
    await server.database.owner.query(
      `update organization set publishes_since = null, created_at = '2026-01-07' where id = $1`,
      [id],
    );
    const pm = await server.signedIn((await server.account('project_manager', ['new'])).id);
    const asked = (method: 'GET' | 'POST', url: string) =>
      server.app.inject({ method, url: `/v1/organizations/new${url}`, headers: pm });
    const told = async () => Organization.parse((await asked('GET', '')).json());
    expect(await told()).toMatchObject({ awaitsWord: true, firstWeek: null });
    const work = await server.database.as('work');
    await runImport(work, {
      ...{ organizationId: id, kind: 'events', fileName: 'w.csv', settings: {}, now: new Date() },
      input: fileInMemory(Buffer.from('id,occurred_at,kind,actor\nw1,2026-01-06T10:00:00Z,post,ada\n')),
    });
    expect((await told()).firstWeek).toEqual({ state: 'held', sunday: '2026-01-11', from: '2026-01-13' });
    const counting = async () => Imports.parse((await asked('GET', '/imports')).json()).counting;
    expect(await counting()).toBe(true);
    await buildActivity(work, id);
    expect(await counting()).toBe(false);
    const be = (state: string, begun = '0 minutes') =>
      server.database.owner.query(
        `update import set state = $2, started_at = now() - $3::interval where organization_id = $1`,
        [id, state, begun],
      );
    const early = async () => {
      const answer = await asked('POST', '/publication');
      return [answer.statusCode, answer.statusCode === 204 || answer.json<{ code: string }>().code];
    };
    await be('undoing');
    expect(await early()).toEqual([409, 'still_reading']);
    // Of the command line, which keeps no file here.
    await be('running');
    expect(await early()).toEqual([409, 'still_reading']);
    await be('held');
    expect(await early()).toEqual([409, 'directory_waits']);
    // Killed hours ago: nobody reads it.
    await be('running', '3 hours');
    for (const _ of ['once', 'again']) expect((await asked('POST', '/publication')).statusCode).toBe(204);
    expect(await told()).toMatchObject({ awaitsWord: false, firstWeek: { state: 'partial' } });
    const notes = `select from audit where organization_id = $1 and action = 'publication_opened'`;
    expect(await rowsOf(server.database.owner, notes, [id])).toHaveLength(1);
  });

  it('are known again before anything of them is kept, as the same file or by their first events', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => `k${at},2026-01-06T10:00:00Z,post,ada`);
    const text = (from: number, to: number) => ['id,occurred_at,kind,actor', ...rows.slice(from, to), ''].join('\n');
    const work = await server.database.as('work');
    const settings = { source: 'Réseau B' };
    const { importId } = await runImport(work, {
      ...{ organizationId: org, kind: 'events', fileName: 'b.csv', settings, now: new Date() },
      input: fileInMemory(Buffer.from(text(0, 30))),
    });
    const raw = { ...manager, 'content-type': 'application/octet-stream' };
    const known = async (body: string, query = '') => {
      const answer = await call(
        'POST',
        `/imports/preview?size=${Buffer.byteLength(body)}${encodeURI(query)}`,
        raw,
        body,
      );
      expect(answer.text).not.toContain('k29');
      return ImportPreview.parse(answer.json()).known;
    };
    const before = { source: 'Réseau B', fileName: 'b.csv', isSameSource: false };
    expect(await known(text(0, 30))).toMatchObject({ ...before, isSameFile: true });
    expect(await known(text(0, 30), '&source=Réseau B')).toMatchObject({ ...before, isSameSource: true });
    expect(await known(text(10, 40))).toMatchObject({ ...before, isSameFile: false });
    expect(await known(text(25, 40))).toBeNull();
    // Undone, nothing of it counts twice; under another name its source is still asked about, once for all.
    expect((await call('POST', `/imports/${importId}/undo`, manager)).status).toBe(202);
    await undoImport(work, org, importId);
    expect(await known(text(0, 30))).toMatchObject({ ...before, isSameFile: true, isUndone: true });
    expect(await known(text(0, 30), '&source=Réseau B')).toBeNull();
    expect(await known(text(10, 40))).toBeNull();
  });

  it('are cancelled while they wait or run, and undone once they are over', async () => {
    const handIn = async () =>
      ImportQueued.parse((await call('POST', '/imports?kind=events&file=f', { ...manager, ...csv }, file)).json()).id;
    const act = async (id: number, verb: 'cancel' | 'undo') => {
      const answer = await call('POST', `/imports/${id}/${verb}`, manager);
      return answer.status === 202 ? Import.parse(answer.json()).state : code(answer);
    };
    const waiting = await handIn();
    expect(await act(waiting, 'undo')).toBe('import_under_way');
    expect(await act(waiting, 'cancel')).toBe('cancelled');
    expect(await act(waiting, 'cancel')).toBe('import_over');
    expect(await act(waiting, 'undo')).toBe('no_events_to_undo');
    const running = await handIn();
    const work = await server.database.as('work');
    const counts = { readBytes: 10, received: 2, accepted: 1, duplicates: 0, rejected: 0 };
    const within = <T>(step: () => Promise<T>) => withinOrganization(org, step);
    const sourceId = await within(() => ensureSource(work, org, { name: 'events', kind: 'file' }));
    await within(() => startImport(work, org, running, sourceId));
    const span = { first: '2026-01-05', last: '2026-01-06', lived: '2026-01-05' };
    const told = { span, refusals: [] };
    expect(await within(() => saveProgress(work, org, running, counts, told))).toBe(true);
    expect(await act(running, 'cancel')).toBe('cancelling');
    expect(await within(() => saveProgress(work, org, running, counts, told))).toBe(false);
    await within(() => finishImport(work, org, running, { completeThrough: null, errorCode: 'import_cancelled' }));
    const cancelled = Import.parse((await call('GET', `/imports/${running}`, manager)).json());
    expect(cancelled).toMatchObject({ state: 'cancelled', attempts: 1, firstDay: '2026-01-05', undoRefusal: null });
    expect((await call('GET', `/imports/${running}/undo`, manager)).json()).toEqual({
      ...{ leaving: 0, staying: 0, alsoIn: [], leavingAlong: 0, closedWeeks: 0 },
    });
    expect(code(await call('GET', `/imports/${waiting}/undo`, manager))).toBe('no_events_to_undo');
    await server.database.owner.query(`update organization set sealed_before = '2026-01-12' where id = $1`, [org]);
    expect(await act(running, 'undo')).toBe('sealed_day');
    await server.database.owner.query(`update organization set sealed_before = null where id = $1`, [org]);
    expect(await act(running, 'undo')).toBe('undoing');
    expect(await act(running, 'undo')).toBe('undoing');
    expect((await leftOver(work)).imports).toContainEqual({ organizationId: org, importId: running });
    const noted = await rowsOf(
      server.database.owner,
      `select action, (detail->>'import')::integer as import, account_id is not null as "byAccount" from audit
        where (detail->>'import')::integer = any($1) and action in ('import_cancelled', 'import_undone') order by id`,
      [[waiting, running]],
    );
    expect(noted).toEqual([
      { action: 'import_cancelled', import: waiting, byAccount: true },
      { action: 'import_cancelled', import: running, byAccount: true },
      { action: 'import_undone', import: running, byAccount: true },
    ]);
  });

  it('tell which others hold the same events, and take those along that brought nothing else', async () => {
    const work = await server.database.as('work');
    const line = (id: string) => `${id},2026-01-07T10:00:00Z,post,p1,${id},`;
    const bring = async (name: string, ids: string[]) => {
      const text = ['id,occurred_at,kind,actor,object,target', ...ids.map(line)].join('\n');
      const taken = await call('POST', `/imports?kind=events&source=twice&file=${name}`, { ...manager, ...csv }, text);
      const { id } = ImportQueued.parse(taken.json());
      await runKept(work, org, (await findImport(server.database.owner, org, id))!, new Date());
      return id;
    };
    const [first, again, more] = [
      await bring('first.csv', ['a', 'b', 'c']),
      await bring('again.csv', ['c', 'a', 'b']),
      await bring('more.csv', ['c', 'd']),
    ];
    const counts = UndoCounts.parse((await call('GET', `/imports/${first}/undo`, manager)).json());
    expect(counts).toMatchObject({ leaving: 0, staying: 3, leavingAlong: 2 });
    expect(counts.alsoIn).toMatchObject([
      { id: again, fileName: 'again.csv', events: 3, goesAlong: true },
      { id: more, fileName: 'more.csv', events: 1, goesAlong: false },
    ]);
    expect((await call('POST', `/imports/${first}/undo?along=true`, manager)).status).toBe(202);
    for (const id of [first, again]) await undoImport(work, org, id);
    const left = await rowsOf(
      server.database.owner,
      `select e.import_id, count(*)::integer as events from event e join source s on s.organization_id = e.organization_id and s.id = e.source_id
        where e.organization_id = $1 and s.name = 'twice' group by 1`,
      [org],
    );
    expect(left).toEqual([{ import_id: more, events: 2 }]);
    expect(Import.parse((await call('GET', `/imports/${more}`, manager)).json()).state).toBe('done');
  });

  it('of everybody wait where too many would leave, are told in counts, and go in or out as somebody says', async () => {
    const work = await server.database.as('work');
    const people = (count: number) =>
      ['Qui,Où', ...Array.from({ length: count }, (_, at) => `h${at},Group > Lyon`)].join('\n');
    const map = { person_id: 'Qui', entity_path: 'Où' };
    /** Handed in, and read as a worker does. */
    const bring = async (count: number, query = '') => {
      const taken = await call(
        'POST',
        encodeURI(`/imports?kind=people&file=p.csv&map=person_id=Qui,entity_path=Où${query}`),
        { ...manager, ...csv },
        people(count),
      );
      const { id } = ImportQueued.parse(taken.json());
      return [id, await read(id)] as const;
    };
    const read = async (id: number) => {
      const stored = (await findImport(server.database.owner, org, id))!;
      return (await runKept(work, org, stored, new Date())).state;
    };
    const tell = async (id: number) => Import.parse((await call('GET', `/imports/${id}`, manager)).json());
    const decide = async (id: number, verb: 'approve' | 'refuse') => {
      const answer = await call('POST', `/imports/${id}/${verb}`, manager);
      return answer.status === 202 ? Import.parse(answer.json()).state : code(answer);
    };
    await bring(20);
    const [older, olderState] = await bring(5, '&snapshot=2026-03-02');
    const [newer, newerState] = await bring(6, '&snapshot=2026-03-02');
    expect([olderState, newerState]).toEqual(['held', 'held']);
    expect(await tell(older)).toMatchObject({ state: 'cancelled', errorCode: 'snapshot_superseded' });
    const answer = await call('GET', `/imports/${newer}/held`, manager);
    expect(HeldSnapshot.parse(answer.json())).toMatchObject({
      ...{ known: 20, left: 14, moved: 0, joined: 0 },
      places: [{ place: 'Group > Lyon', known: 20, left: 14, departed: 0 }],
    });
    expect(answer.text).not.toContain('h19');
    expect((await leftOver(work)).imports).not.toContainEqual({ organizationId: org, importId: newer });
    expect(await decide(newer, 'approve')).toBe('queued');
    expect(await read(newer)).toBe('done');
    const approved = await tell(newer);
    expect(approved).toMatchObject({ approved: true, duplicates: 6, accepted: 0 });
    expect(approved.notes).toContainEqual({ code: 'directory_left', times: 14 });
    expect(await decide(newer, 'approve')).toBe('not_held');
    const [third] = await bring(1, '&snapshot=2026-03-03');
    expect(await decide(third, 'refuse')).toBe('cancelled');
    expect(await tell(third)).toMatchObject({ errorCode: 'snapshot_refused' });
    expect((await call('GET', `/imports/${third}/held`, manager)).status).toBe(200);
    const [tried] = await bring(1, '&snapshot=2026-03-03&dry_run=1');
    expect(await tell(tried)).toMatchObject({ state: 'failed', errorCode: 'snapshot_held', approved: false });
    expect(HeldSnapshot.parse((await call('GET', `/imports/${tried}/held`, manager)).json())).toMatchObject({
      left: 5,
    });
    // The next one may be read in the same way.
    const { latest } = ImportProfiles.parse((await call('GET', '/import-profiles', manager)).json());
    expect(latest.filter(({ source }) => source === null)).toMatchObject([{ kind: 'people', map, dateFormat: null }]);
    const owner = server.database.owner;
    expect(
      await rowsOf(owner, `select 1 from import_chunk where organization_id = $1 and import_id = any($2)`, [
        org,
        [older, newer, third, tried],
      ]),
    ).toEqual([]);
    expect(
      await rowsOf(
        owner,
        `select action, detail->'left' as "left" from audit where organization_id = $1 and action like 'snapshot%' order by 1`,
        [org],
      ),
    ).toEqual([
      { action: 'snapshot_approved', left: 14 },
      { action: 'snapshot_refused', left: 5 },
    ]);
  });

  it('refuse what is larger than may be handed in, as soon as it is, and leave nothing of it', async () => {
    const kept = () => rowsOf(server.database.owner, `select import_id from import_chunk order by 1`);
    const before = await kept();
    const { id } = await server.account('project_manager', [slug]);
    let given = 0;
    const endless = async function* () {
      for (; given < 2000; given++) yield await Promise.resolve(Buffer.alloc(given === 1 ? largestFile : chunkSize));
    };
    const query = ImportQuery.parse({ kind: 'people', file: 'p.csv' });
    const taken = withinOrganization(org, () => server.app.get(HandIn).take(org, id, query, endless()));
    const details = { limit_bytes: largestFile };
    await expect(taken).rejects.toMatchObject({ status: 413, code: 'file_too_large', details });
    expect(given).toBe(1);
    expect(await kept()).toEqual(before);
  });

  it('refuse what they cannot take, and leave nothing of it', async () => {
    const before = await rowsOf(server.database.owner, `select id from import`);
    const refusals = [
      [await call('POST', '/imports?kind=poems&file=f', { ...manager, ...csv }, file), 400, 'invalid_request'],
      [await call('POST', '/imports?kind=events', { ...manager, ...csv }, file), 400, 'invalid_request'],
      [
        await call('POST', '/imports?kind=events&file=f&complete_through=2026-02-30', { ...manager, ...csv }, file),
        400,
        'invalid_request',
      ],
      [await call('POST', '/imports?kind=events&file=f', manager, { a: 1 }), 415, 'unsupported_media_type'],
      [await call('POST', '/imports?kind=events&file=f', { ...manager, ...csv }, ''), 400, 'empty_file'],
      [await call('GET', '/imports/999', manager), 404, 'unknown_import'],
      [await call('GET', '/imports/x', manager), 404, 'unknown_import'],
    ] as const;
    expect(refusals.map(([answer]) => [answer.status, code(answer)])).toEqual(
      refusals.map(([, status, name]) => [status, name]),
    );
    expect(await rowsOf(server.database.owner, `select id from import`)).toEqual(before);
  });
});

describe('profiles of imports', () => {
  const profile = {
    kind: 'events',
    ids: 'content',
    map: { actor: 'Qui' },
    dateFormat: 'dd/MM/yyyy HH:mm',
    zone: 'Europe/Paris',
  };
  const empty = { kinds: {}, fixed: {}, counts: {}, encoding: null, grain: null, ids: 'content' };

  it('are kept under a name, and read files until they are forgotten', async () => {
    expect((await call('PUT', '/import-profiles/Réseau%20A', manager, profile)).status).toBe(204);
    const kept = await call('GET', '/import-profiles/Réseau%20A', manager);
    expect(ImportProfile.parse(kept.json())).toEqual({ ...profile, ...empty, name: 'Réseau A' });
    const query = '?kind=events&file=f.csv&profile=Réseau A&map=kind=Quoi&zone=UTC';
    const taken = await call('POST', `/imports${encodeURI(query)}`, { ...manager, ...csv }, file);
    const { id } = ImportQueued.parse(taken.json());
    await call('PUT', '/import-profiles/Réseau%20A', manager, { kind: 'people', ids: 'content' });
    const [stored] = await rowsOf<{ options: object }>(
      server.database.owner,
      `select options from import where organization_id = $1 and id = $2`,
      [org, id],
    );
    expect(stored?.options).toMatchObject({
      ...{ map: { actor: 'Qui', kind: 'Quoi' }, dateFormat: 'dd/MM/yyyy HH:mm', zone: 'UTC', ids: 'content' },
      ...{ source: 'Réseau A', profile: 'Réseau A' },
    });
    // What its words mean is known for the next file of that source, also once it was undone.
    const latest = async () =>
      ImportProfiles.parse((await call('GET', '/import-profiles', manager)).json()).latest.filter(
        ({ source }) => source === 'Réseau A',
      );
    expect(await latest()).toEqual([]);
    await server.database.owner.query(
      `update import set state = 'undone', source_id = $3, options = options || '{"kinds": {"other": ["téléchargement"]}}'
        where organization_id = $1 and id = $2`,
      [org, id, await ensureSource(server.database.owner, org, { name: 'Réseau A', kind: 'file' })],
    );
    expect(await latest()).toMatchObject([{ kind: 'events', kinds: { other: ['téléchargement'] } }]);
    const again = await call('POST', `/imports${encodeURI(query)}`, { ...manager, ...csv }, file);
    expect([again.status, code(again)]).toEqual([400, 'profile_of_other_kind']);
    const listed = ImportProfiles.parse((await call('GET', '/import-profiles', manager)).json());
    expect(listed.profiles).toEqual([
      { ...empty, name: 'Réseau A', kind: 'people', map: {}, dateFormat: null, zone: null },
    ]);
    expect(listed.builtIn.map(({ name }) => name)).toEqual(['jalios', 'jamespot', 'talkspirit']);
    expect((await call('DELETE', '/import-profiles/Réseau%20A', manager)).status).toBe(204);
    expect(code(await call('DELETE', '/import-profiles/Réseau%20A', manager))).toBe('unknown_profile');
    expect(code(await call('POST', `/imports${encodeURI(query)}`, { ...manager, ...csv }, file))).toBe(
      'unknown_profile',
    );
    const builtIn = await call(
      'POST',
      '/imports?kind=events&file=f.csv&profile=jamespot',
      { ...manager, ...csv },
      file,
    );
    expect(builtIn.status).toBe(202);
  });

  it.each([
    [{ ...profile, map: { person: 'Qui' } }, 'unknown_column'],
    [{ ...profile, kind: 'people', fixed: { kind: 'post' } }, 'unknown_column'],
    [{ ...profile, zone: 'Europe/Lutetia' }, 'invalid_request'],
    [{ ...profile, kinds: { poke: 'x' } }, 'invalid_request'],
    [{ ...profile, dateFormat: 'yy' }, 'invalid_request'],
    [{ map: {} }, 'invalid_request'],
  ])('are not kept where they cannot be followed: %j', async (bad, expected) => {
    expect(code(await call('PUT', '/import-profiles/bad', manager, bad))).toBe(expected);
  });
});
