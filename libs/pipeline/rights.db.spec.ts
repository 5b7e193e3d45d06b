import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DataSource } from 'typeorm';
import { writeRecord } from '#domain/rights/person-record.js';
import { rowsOf } from '#storage/database.js';
import { readChunk, readChunks, saveChunks } from '#storage/import/import-chunks.js';
import { leaveOut, replay, withdrawObjection } from '#storage/rights/leave-out.js';
import { readPerson } from '#storage/rights/person-record.js';
import { RightsLedger } from '#storage/rights/rights-ledger.js';
import {
  findScimResource,
  insertScimResource,
  PersonLeftOut,
  type ScimKind,
  updateScimResource,
} from '#storage/scim/scim-resources.js';
import { DeclaredRepository } from '#storage/steering/declared.repository.js';
import { dumpOf } from '#storage/testing/dump.js';
import { namesOf } from '#storage/vault/keyring.js';
import { applyScim } from './import/apply-scim.js';
import { ImportStory } from './import/testing/import-story.js';
import { refresh } from './refresh.js';

const entities = 'entity_id,parent_id,name\ng,,Group\neast,g,East\nwest,g,West\n';
const head = 'person_id,entity,manager_id,aliases,name';
const others = ['boss,east,,,', ...Array.from({ length: 5 }, (_, n) => `p${n},${n % 2 ? 'east' : 'west'},boss,,`)];
const zoe = 'HR-90417,east,boss,Zoe.Martin@acme.example;slack:UZOE417,Zoé Martin';
const team = 'p9,west,HR-90417,,';
const names = ['HR-90417', 'zoe.martin@acme.example', 'slack:uzoe417', 'zoé martin'];
const file = (...lines: string[]) => [...lines, ''].join('\n');
const acts = [
  'a1,2026-03-02T09:00:00Z,post,p0,o1,,g1,',
  'a2,2026-03-02T09:10:00Z,comment,p1,c1,o1,g1,p0',
  'a3,2026-03-03T09:10:00Z,reaction,p2,o1,,g1,p0',
  'a4,2026-03-04T09:10:00Z,login,p3,,,,',
];
const hers = [
  'z1,2026-03-02T10:00:00Z,post,HR-90417,o2,,g1,',
  'z2,2026-03-03T10:00:00Z,comment,ZOE.martin@acme.example,c2,o1,g1,p0',
  'z3,2026-03-04T10:00:00Z,reaction,slack:UZOE417,o1,,g1,p0',
];
const toHer = ['t1,2026-03-05T10:00:00Z,reaction,p1,o2,,g1,HR-90417', 't2,2026-03-05T11:00:00Z,view,p1,HR-90417,,,'];
const events = (...lines: string[]) => file('id,occurred_at,kind,actor,object,parent,group,target', ...lines);
const sunday = '2026-03-08';

describe('who is left out', () => {
  let story: ImportStory;
  let rights: DataSource;
  let folder: string;
  let ledger: RightsLedger;

  beforeAll(async () => {
    story = await ImportStory.open();
    rights = await story.database.as('rights');
    folder = await mkdtemp(join(tmpdir(), 'essor-rights-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await story.close();
  });
  beforeEach(async () => {
    ledger = new RightsLedger(join(folder, `${Math.random()}.ndjson`));
    await begin();
  });

  const begin = async () => {
    await story.begin({ class: 'synthetic', k: 1, bands: false });
    await story.file('entities', entities);
  };
  const ask = (reason: 'erasure' | 'objection', identifier = 'zoe.martin@ACME.example') =>
    leaveOut(rights, story.organizationId, { identifier, reason, accountId: null }, ledger);

  /** Everything that a file, a provider and a person can bring about somebody. */
  async function everythingOfHer(): Promise<void> {
    await story.file('people', file(head, ...others, zoe, team));
    await story.file('mandates', file('person_id,role,entity,from', 'HR-90417,ambassador,east,2026-01-01'));
    await story.file('people', file(head, zoe));
    await story.file('groups', file('group_id,name,creator_id,owner_ids', 'g1,Group one,HR-90417,slack:UZOE417;p0'));
    await story.file('actions', file('action_id,kind,name,starts_on,led_by', 'w0,tutorial,T,2026-03-04,Zoé Martin'));
    await story.owner.query(
      `with held as (
         insert into committee (organization_id, held_on, participants)
         values ($1, '2026-03-02', array['Zoé Martin', 'Director']) returning id
       ) insert into committee_item (organization_id, committee_id, kind, text, owner, state)
         select $1, id, 'action', 'Call East', 'zoé martin', 'open' from held`,
      [story.organizationId],
    );
    await story.file('attendance', file('action_id,person_id', 'w0,HR-90417', 'w0,p1'));
    await story.file(
      'reports',
      file('person_id,role,period_end,consent_on,posts', 'HR-90417,ambassador,2026-03-01,2026-01-01,4'),
    );
    await story.file('events', events(...acts, ...hers, ...toHer, 'HR-90417-x,never,post,p0,,,,'), {
      completeThrough: sunday,
    });
    await story.countOnly([sunday]);
  }

  const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
  const push = (kind: ScimKind, attributes: Record<string, unknown>) => {
    const userName = kind === 'User' ? String(attributes['userName']) : null;
    const content = { userName, externalId: (attributes['externalId'] as string) ?? null, active: true, attributes };
    return insertScimResource(story.owner, story.organizationId, kind, content);
  };
  const pushHer = () =>
    push('User', {
      ...{ userName: 'Zoe.Martin@acme.example', externalId: 'HR-90417', emails: [{ value: 'slack:UZOE417' }] },
      [enterprise]: { organization: 'East', manager: { value: 'boss' } },
    });
  /** Of a report of hers, and of a group that is named after her. */
  const pushOthers = async () => [
    await push('User', {
      ...{ userName: 'p9', externalId: 'p9' },
      [enterprise]: { organization: 'West', manager: { value: 'HR-90417' } },
    }),
    await push('Group', { displayName: 'Équipe de Zoé', members: [{ value: 'HR-90417' }, { value: 'p9' }] }),
  ];

  async function found(): Promise<string[]> {
    const token = (await story.within((work) => namesOf(work, story.organizationId))).token('HR-90417');
    const dump = [...(await dumpOf(story.owner))].filter(([table]) => table !== 'public.left_out');
    const words = [...names, token.toLowerCase(), ...names.map((name) => Buffer.from(name).toString('hex'))];
    return dump.flatMap(([table, text]) =>
      words.some((word) => text.toLowerCase().includes(word.toLowerCase())) ? [table] : [],
    );
  }
  const derived = async () =>
    Promise.all(
      ['measure_people', 'measure_state', 'measure_volume', 'measure_exchange', 'measure_community'].map((table) =>
        rowsOf<object>(
          story.owner,
          `select to_jsonb(t) - 'organization_id' as row from ${table} t where organization_id = $1 order by 1`,
          [story.organizationId],
        ),
      ),
    );

  it('is in no table, nor after files, events, the provider and an older copy bring them again', async () => {
    await everythingOfHer();
    const [report, group] = await pushOthers();
    await pushHer();
    await applyScim(story.work, story.organizationId, story.now);
    expect(await found()).toContain('public.scim_resource');
    expect((await found()).length).toBeGreaterThan(5);
    const older = (await story.rows(`select key from person where organization_id = $1`)).length;
    const [her] = await story.rows<{ ordinal: number }>(
      `select ordinal from person_alias where organization_id = $1 and alias = '${(await story.within((work) => namesOf(work, story.organizationId))).token('HR-90417')}'`,
    );
    // Who was in which cell of a closed week, which organisations with real people keep.
    await story.owner.query(
      `insert into mask_member (organization_id, week_end, cell, populations, ordinals) values ($1, $2, 'group', '{}', array[$3, 999999]::integer[])`,
      [story.organizationId, sunday, her!.ordinal],
    );
    expect(await ask('erasure')).toMatchObject({ known: true, events: 3, hasAccount: false });
    expect(await found()).toEqual([]);
    expect(await story.rows(`select participants from committee where organization_id = $1`)).toEqual([
      { participants: ['Director'] },
    ]);
    expect(await story.rows(`select ordinals from mask_member where organization_id = $1`)).toEqual([
      { ordinals: [999_999] },
    ]);

    // Files and late events bring her again; the lines of others go in.
    await story.file('people', file(head, ...others, zoe, team), { snapshot: '2026-03-09' });
    const late = [...hers, 'z9,2026-03-07T10:00:00Z,post,hr,,,,', 'z8,2026-03-07T10:00:00Z,login,slack:UZOE417,,,,'];
    expect(await story.file('events', events(...acts, ...late, ...toHer))).toMatchObject({ accepted: 1, rejected: 0 });
    await story.file('groups', file('group_id,name,creator_id,owner_ids', 'g1,Group one,HR-90417,slack:UZOE417;p0'));
    await story.file('mandates', file('person_id,role,entity,from', 'HR-90417,ambassador,east,2026-01-01'));
    await story.file('attendance', file('action_id,person_id', 'w0,HR-90417'));
    await story.countOnly([sunday]);
    expect(await found()).toEqual([]);
    const user = { userName: 'zoe.martin@acme.example', externalId: 'HR-90417', active: true, attributes: {} };
    await expect(insertScimResource(story.owner, story.organizationId, 'User', user)).rejects.toThrow(PersonLeftOut);
    await applyScim(story.work, story.organizationId, story.now);
    expect(await found()).toEqual([]);
    // Nor as the manager or the colleague of others.
    const kept = (kind: ScimKind, id: string) =>
      story.within(() => findScimResource(story.owner, story.organizationId, kind, id));
    const withoutHer = [{ [enterprise]: { organization: 'West' } }, { members: [{ value: 'p9' }] }];
    const told = async () => [await kept('User', report!.id), await kept('Group', group!.id)];
    expect((await told()).map((one) => one?.attributes)).toMatchObject(withoutHer);
    expect((await kept('User', report!.id))?.attributes).not.toHaveProperty([enterprise, 'manager']);
    expect((await told()).map((one) => one?.version)).toEqual([2, 2]);
    for (const [one, kind] of [
      [report, 'User'],
      [group, 'Group'],
    ] as const) {
      const { attributes } = one!;
      const userName = kind === 'User' ? 'p9' : null;
      const current = (await kept(kind, one!.id))!;
      const said = { userName, externalId: userName, active: true, attributes };
      expect(await updateScimResource(story.owner, story.organizationId, current, said)).toMatchObject({ version: 2 });
    }
    expect(await found()).toEqual([]);

    // Yesterday's copy knows nothing of the request; the ledger beside the database does.
    await story.owner.query(`delete from left_out where organization_id = $1`, [story.organizationId]);
    await everythingOfHer();
    await pushHer();
    expect((await story.rows(`select key from person where organization_id = $1`)).length).toBe(older + 1);
    expect((await found()).length).toBeGreaterThan(5);
    expect(await replay(rights, await ledger.read())).toBe(1);
    expect(await found()).toEqual([]);
    expect(await replay(rights, await ledger.read())).toBe(0);
  });

  it('is named by nothing that holds a mandate, was refused or waits, but for whoever has the secret', async () => {
    await everythingOfHer();
    const id = story.organizationId;
    const held = 900;
    await story.owner.query(
      `insert into import (organization_id, id, kind, file_name, state) values ($1, $2, 'people', 'people.csv', 'held')`,
      [id, held],
    );
    const csv = Buffer.from(file(head, zoe));
    const pieces = (async function* () {
      yield await Promise.resolve(csv);
    })();
    await story.owner.transaction((tx) => saveChunks(tx, id, held, pieces, 1e6));
    await pushOthers();
    await pushHer();
    await applyScim(story.work, id, story.now);
    const dump = await dumpOf(story.owner);
    const clear = ['HR-90417', 'Zoe.Martin', 'UZOE417', 'Zoé Martin', 'person_id,entity', 'Équipe de Zoé'];
    for (const table of ['person', 'import_reject', 'import_chunk', 'scim_resource']) {
      const text = dump.get(`public.${table}`) ?? '';
      expect([table, text.includes(id)]).toEqual([table, true]);
      for (const word of clear.flatMap((name) => [name, Buffer.from(name).toString('hex')]))
        expect([table, word, text.toLowerCase().includes(word.toLowerCase())]).toEqual([table, word, false]);
    }
    const open = await story.database.as('app');
    const mandates = await story.within(() => new DeclaredRepository(open).mandates(id, '2026-03-08'));
    expect(mandates.map(({ name }) => name)).toEqual(['Zoé Martin']);
    const waiting: Buffer[] = [];
    await story.within(async () => {
      for await (const piece of readChunks(open, id, held)) waiting.push(piece);
    });
    expect(Buffer.concat(waiting)).toEqual(csv);
    // A piece belongs to its place: nobody can put it into another file.
    await story.owner.query(`update import_chunk set position = 1 where import_id = $1`, [held]);
    await expect(story.within(() => readChunk(open, id, held, 1))).rejects.toMatchObject({ code: 'vault_closed' });
    await ask('erasure');
    expect(await found()).toEqual([]);
    expect((await dumpOf(story.owner)).get('public.import_chunk')).not.toContain(id);
  });

  it('is told everything that is stored about them, and nothing about others', async () => {
    await everythingOfHer();
    const request = { identifier: 'slack:UZOE417', accountId: null, now: story.now };
    const record = await readPerson(rights, story.organizationId, request);
    const rows = Object.fromEntries(Object.entries(record?.sections ?? {}).map(([name, all]) => [name, all.length]));
    // Counted by hand from the files above.
    expect(rows).toEqual({
      ...{ names: 4, directory: 1, mandates: 1, waves: 0, actions: 1, reports: 1, groups: 1, provider: 0, account: 0 },
      ...{ events: hers.length, addressed: 1, days: 3, weeks: 1, firsts: 2, group_weeks: 1, memberships: 0 },
      ...{ cells: 0, threads: 1, answers: 2, messages: 0, exchanges: 3, proposals: 0, written: 3, refused: 1 },
    });
    expect(record?.sections.weeks).toMatchObject([{ activeDays: 3, posts: 1, comments: 1, reactions: 1 }]);
    expect(record?.sections.events.map(({ kind }) => kind)).toEqual(['post', 'comment', 'reaction']);
    for (const other of ['p0', 'p1', 'boss', 'p9']) expect(JSON.stringify(record)).not.toContain(`"${other}"`);
    for (const language of ['fr', 'en'] as const) {
      const text = JSON.stringify(writeRecord(record!, language));
      expect(text).toContain('zoe.martin@acme.example');
      // Every column has a title in both languages.
      expect(text).not.toMatch(/[a-z][A-Z][a-z]+s?"/);
    }
    expect(await readPerson(rights, story.organizationId, { ...request, identifier: 'nobody' })).toBeNull();
    const tokens = await story.within((work) => namesOf(work, story.organizationId));
    const asked = ['HR-90417', 'Zoe.Martin@acme.example', 'slack:UZOE417'].map((name) => tokens.token(name)).sort();
    expect(
      await rowsOf(story.owner, `select detail from audit where organization_id = $1 and action = 'person_read'`, [
        story.organizationId,
      ]),
    ).toEqual([
      { detail: { known: true, person: asked } },
      { detail: { known: false, person: [expect.stringMatching(/^u[\w-]{22}$/)] } },
    ]);
  });

  it('is told what the provider says of them, and of nobody else', async () => {
    await pushOthers();
    await pushHer();
    const request = { identifier: 'HR-90417', accountId: null, now: story.now };
    const record = await readPerson(rights, story.organizationId, request);
    expect(record?.sections.provider.map(({ said }) => JSON.parse(String(said)) as object)).toMatchObject([
      { userName: 'Zoe.Martin@acme.example', [enterprise]: { manager: { value: 'boss' } } },
    ]);
    // A number is compared with case: another spelling may be somebody else.
    expect(await readPerson(rights, story.organizationId, { ...request, identifier: 'hr-90417' })).toBeNull();
  });

  it('is told in which groups of which week they are counted, and of nobody else', async () => {
    await story.begin({ class: 'personal', timezone: 'UTC' });
    await story.file('entities', entities);
    const staff = Array.from({ length: 24 }, (_, n) => `p${n},${n < 12 ? 'east' : 'west'},,,`);
    await story.file('people', file(head, ...staff));
    await story.file('mandates', file('person_id,role,entity,from', 'p3,ambassador,east,2026-01-01'));
    const login = '2026-03-03T09:00:00Z,login';
    await story.file('events', file('id,occurred_at,kind,actor', `a,${login},p3`, `b,${login},p20`), {
      completeThrough: sunday,
    });
    await refresh(story.work, story.organizationId, new Date('2026-03-11T01:00:00Z'));
    const of = async (identifier: string) =>
      (await readPerson(rights, story.organizationId, { identifier, accountId: null, now: story.now }))!;
    const cell = { sunday, cell: 'east', entities: ['east'], people: 12, published: true };
    expect((await of('p3')).sections.cells).toEqual([{ ...cell, populations: ['everyone', 'ambassadors'] }]);
    expect((await of('p20')).sections.cells).toEqual([
      { ...cell, cell: 'west', entities: ['west'], populations: ['everyone'] },
    ]);
    const told = (language: 'fr' | 'en', section: string) =>
      of('p3').then((record) => writeRecord(record, language).sections.find(({ heading }) => heading === section));
    expect((await told('fr', 'Groupes dans lesquels la personne est comptée'))?.blocks).toEqual([
      {
        type: 'table',
        head: [
          ...['Semaine se terminant le', 'Plus petit groupe publié', 'Entités de ce groupe', 'Personnes'],
          ...['Comptée parmi', 'Publié'],
        ],
        rows: [['2026-03-08', 'east', 'east', '12', 'toutes les personnes, les ambassadeurs', 'oui']],
      },
    ]);
    const english = (await told('en', 'Groups in which the person is counted'))?.blocks[0];
    expect(english).toMatchObject({ rows: [[sunday, 'east', 'east', '12', 'everyone, ambassadors', 'yes']] });
  });

  it('counts nowhere: everything is counted as where they never were', async () => {
    await everythingOfHer();
    await ask('objection', 'HR-90417');
    await story.countOnly([sunday]);
    const without = await derived();
    await begin();
    await story.file('people', file(head, ...others, team.replace('HR-90417', '')));
    await story.file('groups', file('group_id,name,creator_id,owner_ids', 'g1,Group one,,p0'));
    await story.file('actions', file('action_id,kind,name,starts_on', 'w0,tutorial,T,2026-03-04'));
    await story.file('attendance', file('action_id,person_id', 'w0,p1'));
    const unaddressed = toHer.map((line) => line.replaceAll('HR-90417', ''));
    await story.file('events', events(...acts, ...unaddressed), { completeThrough: sunday });
    await story.countOnly([sunday]);
    expect(without).toEqual(await derived());
    expect(without.flat().length).toBeGreaterThan(10);
  });

  it('comes back once an objection is withdrawn, and never after an erasure', async () => {
    await story.file('people', file(head, ...others, zoe));
    const people = () => story.rows(`select key from person where organization_id = $1`);
    const { request } = await ask('objection');
    expect(await people()).toHaveLength(others.length);
    const back = (identifier: string) =>
      withdrawObjection(rights, story.organizationId, { identifier, accountId: null }, ledger);
    expect(await back('nobody')).toBe(false);
    expect(await back('slack:UZOE417')).toBe(true);
    expect(await replay(rights, await ledger.read())).toBe(0);
    const noted = `select detail from audit where organization_id = $1 and action = 'objection_withdrawn'`;
    expect(await rowsOf(story.owner, noted, [story.organizationId])).toEqual([{ detail: { request } }]);
    await story.file('people', file(head, zoe));
    expect(await people()).toHaveLength(others.length + 1);
    await ask('objection');
    await ask('erasure');
    expect(await back('zoe.martin@acme.example')).toBe(false);
    await story.file('people', file(head, zoe));
    expect(await people()).toHaveLength(others.length);
  });

  it('is in the audit log as a request, never by name', async () => {
    await story.file('people', file(head, ...others, zoe));
    const { request } = await ask('erasure', 'HR-90417');
    expect(
      await rowsOf(
        story.owner,
        `select action, detail from audit where organization_id = $1 and action <> 'file_handed_in'`,
        [story.organizationId],
      ),
    ).toEqual([{ action: 'person_erased', detail: { request, known: true } }]);
    expect(JSON.stringify(await ledger.read())).not.toContain('HR-90417');
  });
});
