import { zipped } from '#connectors/testing/zipped.js';
import { proposedPeople } from '#storage/directory/proposed-places.js';
import { directoryPartsOf } from '#storage/purpose/directory-parts.js';
import { namesOf } from '#storage/vault/keyring.js';
import { codes, ImportStory } from './testing/import-story.js';

let story: ImportStory;
beforeAll(async () => {
  story = await ImportStory.open();
});
afterAll(() => story.close());
beforeEach(() => story.begin());

const entities =
  'entity_id,parent_id,name,kind,country,timezone\ng,,Group,company,FR,\nfr,g,France,country,FR,\njp,g,Japan,country,JP,\nlyon,fr,Lyon,site,FR,\n';
const people = 'person_id,entity,manager_id,level,valid_from,valid_to,aliases,name,site,trade,bot\n';
const links = () =>
  story.rows(
    `select entity_key as entity, parent_key as parent, valid_from as from, valid_to as to from entity_parent where organization_id = $1 order by 1, 3`,
  );
interface Standing {
  key: string;
  from: string;
  to: string;
  entity: string;
  manager: string | null;
}
const places = () =>
  story.sorted<Standing>(
    `
    select person.key, valid_from as from, valid_to as to, entity_key as entity, manager.key as manager, level, site
      from assignment join person using (organization_id, ordinal)
      left join person as manager on manager.organization_id = $1 and manager.ordinal = manager_ordinal
     where person.organization_id = $1`,
    ...(['key', 'from'] as const),
  );
/** Names are kept sealed, for holders of a mandate only. */
async function persons() {
  const rows = await story.rows<{
    ordinal: number;
    key: string;
    sealed: Buffer | null;
    bot: boolean;
    declared: boolean;
  }>(
    `select ordinal, key, sealed_name as sealed, bot, declared from person where organization_id = $1 order by ordinal`,
  );
  const names = await story.within((work) => namesOf(work, story.organizationId));
  return rows.map(({ sealed, ...row }) => ({ ...row, name: sealed && names.open(sealed) }));
}
const aliases = () =>
  story.sorted<{ alias: string; key: string }>(
    `select alias, key from person_alias join person using (organization_id, ordinal) where organization_id = $1`,
    'alias',
  );

describe('entities', () => {
  it('form a tree, and are the same the second time', async () => {
    expect(await story.file('entities', entities)).toMatchObject({ accepted: 4, duplicates: 0, rejected: 0 });
    const before = await story.everything();
    expect(await story.file('entities', entities)).toMatchObject({ accepted: 0, duplicates: 4 });
    expect(await story.everything()).toEqual(before);
    expect(await links()).toContainEqual({ entity: 'lyon', parent: 'fr', from: '-infinity', to: 'infinity' });
  });

  it('move at the beginning of the next four-week block, and may change their mind before', async () => {
    await story.file('entities', entities);
    const move = (parent: string) =>
      story.file('entities', `entity_id,parent_id,name,kind,country,timezone\nlyon,${parent},Lyon,site,FR,\n`);
    expect(await move('jp')).toMatchObject({ accepted: 1 });
    const lyon = async () => (await links()).filter(({ entity }) => entity === 'lyon');
    // 2018-01-01 and 107 blocks of 28 days.
    const moved = [
      { entity: 'lyon', parent: 'fr', from: '-infinity', to: '2026-03-16' },
      { entity: 'lyon', parent: 'jp', from: '2026-03-16', to: 'infinity' },
    ];
    expect(await lyon()).toEqual(moved);
    expect(await move('jp')).toMatchObject({ accepted: 0, duplicates: 1 });
    expect(await move('g')).toMatchObject({ accepted: 1 });
    expect(await lyon()).toEqual([moved[0], { ...moved[1], parent: 'g' }]);
    await move('fr');
    expect(await lyon()).toEqual([{ ...moved[0], to: 'infinity' }]);
  });

  it('are refused where they make no tree', async () => {
    const report = await story.file(
      'entities',
      'entity_id,parent_id,name\na,,A\nb,c,B\nc,b,C\nd,nowhere,D\na,,Again\ne,e,E\n,a,F\n',
    );
    expect(codes(report)).toEqual([
      '3 entity_cycle',
      '4 entity_cycle',
      '5 unknown_entity',
      '6 duplicate_entity',
      '7 entity_cycle',
      '8 missing_field',
    ]);
    expect(await story.rows(`select key, name from entity where organization_id = $1`)).toEqual([
      { key: 'a', name: 'A' },
    ]);
    const before = await story.everything();
    expect(await story.file('entities', 'entity_id,parent_id,name\na,z,A\nz,a,Z\n')).toMatchObject({
      accepted: 0,
      rejected: 2,
    });
    expect(await story.file('entities', 'entity_id,parent_id,name\nx,a,X\ny,no,Y\n', { strict: true })).toMatchObject({
      state: 'failed',
    });
    expect(await story.file('entities', 'entity_id,parent_id,name\nx,a,X\n', { dryRun: true })).toMatchObject({
      accepted: 1,
    });
    expect(await story.everything()).toEqual(before);
  });
});

describe('people', () => {
  beforeEach(async () => {
    await story.file('entities', entities);
  });

  it('have places, managers, aliases, no names, and ordinals in the order of the file', async () => {
    const file = `${people}zoe,lyon,max,3,,,Zoe@X.fr;ZZ,Zoé,Bât A,IT,\nmax,fr,,2,2026-01-01,,,Max,,,\nrob,fr,,,,,,,,,true\n`;
    expect(await story.file('people', file)).toMatchObject({ accepted: 3, rejected: 0 });
    expect(await persons()).toEqual([
      { ordinal: 8190, key: 'zoe', name: null, bot: false, declared: true },
      { ordinal: 8191, key: 'max', name: null, bot: false, declared: true },
      { ordinal: 8192, key: 'rob', name: null, bot: true, declared: true },
    ]);
    expect(await places()).toMatchObject([
      { key: 'max', from: '2026-01-01', to: 'infinity', entity: 'fr', manager: null, level: 2 },
      { key: 'rob', from: '-infinity', to: 'infinity', entity: 'fr', level: null },
      { key: 'zoe', from: '-infinity', to: 'infinity', entity: 'lyon', manager: 'max', level: 3, site: 'Bât A' },
    ]);
    expect(await aliases()).toEqual([
      { alias: 'ZZ', key: 'zoe' },
      { alias: 'Zoe@X.fr', key: 'zoe' },
      { alias: 'max', key: 'max' },
      { alias: 'rob', key: 'rob' },
      { alias: 'zoe', key: 'zoe' },
    ]);
    const before = await story.everything();
    expect(await story.file('people', file)).toMatchObject({ accepted: 0, duplicates: 3 });
    expect(await story.everything()).toEqual(before);
    await story.file('people', `${people}new,fr,,,,,,,,,\n`);
    expect((await persons()).at(-1)).toMatchObject({ ordinal: 8193, key: 'new' });
  });

  it('are in the tree that three columns tell, which they make, and are managers where it says so', async () => {
    const head = 'person_id;entity_path;is_manager\n';
    const file = `${head}ann;g > France > Nantes > Quai;oui\nbob;france>NANTES;non\neve;Brésil;x\nbad;Japan > lyon;non\n`;
    expect(await story.file('people', file)).toMatchObject({ accepted: 3, rejected: 1 });
    expect((await story.file('people', file)).rejects).toMatchObject([{ line: 5, code: 'path_elsewhere' }]);
    const told = `select person.key, entity_key as entity, manages from assignment join person using (organization_id, ordinal)
                   where organization_id = $1`;
    expect(await story.sorted<{ key: string }>(told, 'key')).toEqual([
      { key: 'ann', entity: 'fr > Nantes > Quai', manages: true },
      { key: 'bob', entity: 'fr > Nantes', manages: false },
      { key: 'eve', entity: 'g > Brésil', manages: true },
    ]);
    expect(await links()).toContainEqual({
      ...{ entity: 'fr > Nantes > Quai', parent: 'fr > Nantes', from: '-infinity', to: 'infinity' },
    });
    const before = await story.everything();
    // Who hands it in is told what it says of whom, also where that was known.
    const found = [
      { code: 'directory_people', times: 3 },
      { code: 'directory_entities', times: 3 },
      { code: 'directory_managers', times: 2 },
      // What the notice to employees names, and what it does not.
      { code: 'directory_links', times: 0 },
      { code: 'directory_said', times: 3 },
      { code: 'directory_levels', times: 0 },
      { code: 'directory_days', times: 0 },
      { code: 'directory_sites', times: 0 },
      { code: 'directory_trades', times: 0 },
    ];
    expect(await story.file('people', file)).toMatchObject({ accepted: 0, duplicates: 3, notes: found });
    expect(await story.everything()).toEqual(before);
    const parts = () => story.within((work) => directoryPartsOf(work, story.organizationId));
    expect(await parts()).toEqual(['entity', 'said']);
    // Reports say more than a "no", and the file is told so.
    const mixed = 'person_id,entity,manager_id,is_manager\nbob,fr,,non\nzoe,fr,bob,\n';
    expect((await story.file('people', mixed)).notes).toContainEqual({ code: 'reports_outweigh', times: 1 });
    expect(await parts()).toEqual(['entity', 'link', 'said']);
    // A file that nobody noted this of may have brought more.
    await story.owner.query(
      `update import set notes = '[{"code": "directory_people", "times": 3}]' where organization_id = $1 and id = 2`,
      [story.organizationId],
    );
    expect(await parts()).toBeNull();
  });

  it('move: the file wins for its days, what it does not speak of stays', async () => {
    await story.file('people', `${people}zoe,lyon,,,2025-01-01,,,,,,\nmax,fr,,,,,,,,,\n`);
    await story.file('people', `${people}zoe,jp,,,2026-01-01,2026-02-01,,,,,\n`);
    expect(await places()).toMatchObject([
      { key: 'max', from: '-infinity', to: 'infinity' },
      { key: 'zoe', entity: 'lyon', from: '2025-01-01', to: '2026-01-01' },
      { key: 'zoe', entity: 'jp', from: '2026-01-01', to: '2026-02-01' },
      { key: 'zoe', entity: 'lyon', from: '2026-02-01', to: 'infinity' },
    ]);
    await story.file('people', `${people}zoe,,,,2026-01-15,,,,,,\n`);
    expect((await places()).slice(1)).toMatchObject([{ to: '2026-01-01' }, { entity: 'jp', to: '2026-01-15' }]);
  });

  it('are in the weeks before the first file, also where it holds everybody of a day', async () => {
    const head = 'person_id,entity\n';
    const all = ['max,fr', ...'abcdefghijk'].map((line) => (line.includes(',') ? line : `${line},lyon`));
    await story.file('people', `${head}zoe,lyon\n${all.join('\n')}\n`, { snapshot: '2026-03-02' });
    expect((await places()).find(({ key }) => key === 'zoe')).toMatchObject({ from: '-infinity', to: 'infinity' });
    // From the second on a file says what its own day changed.
    await story.file('people', `${head}zoe,jp\nnew,fr\n${all.join('\n')}\n`, { snapshot: '2026-03-09' });
    const later = (await places()).filter(({ key }) => key === 'zoe' || key === 'new');
    expect(later).toMatchObject([
      { key: 'new', from: '2026-03-09' },
      { key: 'zoe', entity: 'lyon', from: '-infinity', to: '2026-03-09' },
      { key: 'zoe', entity: 'jp', from: '2026-03-09', to: 'infinity' },
    ]);
  });

  it('are corrected from the start by a second file of everybody of the first one’s day', async () => {
    const all = [...'abcdefghijklmnopqrstuv'].map((key) => `${key},lyon`);
    const file = (lines: string[], snapshot: string) =>
      story.file('people', `person_id,entity\n${lines.join('\n')}\n`, { snapshot });
    const first = await file([...all, 'zoe,lyon', 'gone,lyon'], '2026-03-02');
    expect(first.notes).toContainEqual({ code: 'directory_first', times: 24 });
    const corrected = await file([...all, 'zoe,jp', 'new,fr'], '2026-03-02');
    expect(corrected.notes).toContainEqual({ code: 'directory_corrects_first', times: 24 });
    const told = async () => (await places()).filter(({ key }) => /^(gone|new|zoe)$/.test(key));
    const always = { from: '-infinity', to: 'infinity' };
    expect(await told()).toMatchObject([
      { key: 'new', entity: 'fr', ...always },
      { key: 'zoe', entity: 'jp', ...always },
    ]);
    // Of another day it says what that day changed, as ever.
    const later = await file([...all, 'zoe,lyon', 'new,fr'], '2026-03-09');
    expect(later.notes.map(({ code }) => code).filter((code) => /first/.test(code))).toEqual([]);
    expect(await told()).toMatchObject([
      { key: 'new', entity: 'fr', ...always },
      { key: 'zoe', entity: 'jp', to: '2026-03-09' },
      { key: 'zoe', entity: 'lyon', from: '2026-03-09' },
    ]);
  });

  it('are told by how many came, left, went elsewhere and changed manager, where a file holds everybody', async () => {
    const head = 'person_id,entity_path,manager_id\n';
    const first = ['a,X > Y,c', 'b,X > Y,c', 'c,X > Y,', 'd,X > Z,', 'e,X > Z,', ...'fghijklmnop'].map((line) =>
      line.includes(',') ? line : `${line},X > Z,e`,
    );
    const changed = ['a,X > Y,d', 'b,X > Y,c', 'c,X > Z,', ...first.slice(3, 15), 'new,X > Y,d'];
    const changes = async (lines: string[], snapshot: string) =>
      Object.fromEntries(
        (await story.file('people', `${head}${lines.join('\n')}\n`, { snapshot })).notes.flatMap(({ code, times }) =>
          /_(joined|left|moved|led_by_others)$/.test(code) ? [[code.slice(10), times]] : [],
        ),
      );
    await story.file('people', `${head}${first.join('\n')}\n`, { snapshot: '2026-03-02', approve: true });
    expect(await changes(changed, '2026-03-03')).toEqual({ joined: 1, left: 1, moved: 1, led_by_others: 1 });
    expect(await changes(changed, '2026-03-03')).toEqual({ joined: 0, left: 0, moved: 0, led_by_others: 0 });
    // Of a part nobody leaves, and whoever meant everybody hears how many are missing.
    const { notes } = await story.file('people', `${head}${changed.slice(4).join('\n')}\n`);
    expect(notes).toContainEqual({ code: 'not_in_file', times: 4 });
  });

  it('are refused line by line', async () => {
    const report = await story.file(
      'people',
      [
        `${people}a,lyon,,,,,,,,,`,
        'b,nowhere,,,,,,,,,',
        'c,lyon,c,,,,,,,,',
        'd,lyon,e,,,,,,,,',
        'e,lyon,d,,,,,,,,',
        'a,lyon,,,,,,,,,',
        'f,lyon,,,2026-01-01,2026-02-01,,,,,',
        'f,fr,,,2026-01-31,,,,,,',
        'f,fr,,,2026-02-01,,,,,,',
        'h,lyon,,,2026-02-01,2026-01-01,,,,,',
        'i,lyon,nobody,,,,,,,,',
        'j,lyon,,,,,A@x.fr;a,,,,',
        'k,lyon,,x,,,,,,,',
        'l,lyon,,,01/02/2026,,,,,,',
        '',
      ].join('\n'),
    );
    expect(codes(report)).toEqual([
      '3 unknown_entity',
      '4 self_manager',
      '6 manager_cycle',
      '7 duplicate_person',
      '9 overlapping_validity',
      '11 empty_validity',
      '12 unknown_manager',
      '13 alias_taken',
      '14 bad_level',
      '15 bad_date',
    ]);
    expect((await places()).map(({ key, manager }) => [key, manager])).toEqual([
      ['a', null],
      ['c', null],
      ['d', 'e'],
      ['e', null],
      ['f', null],
      ['f', null],
      ['i', null],
      ['j', null],
    ]);
    expect(await aliases()).toContainEqual({ alias: 'A@x.fr', key: 'j' });
  });

  it('keep the name of who holds a mandate, of nobody else', async () => {
    const file = `${people}zoe,lyon,,,,,,Zoé,,,\nmax,fr,,,,,,Max,,,\n`;
    await story.file('people', file);
    await story.file('mandates', 'person_id,role,entity,from,to\nzoe,ambassador,lyon,2026-01-01,\n');
    expect(await story.file('people', file)).toMatchObject({ accepted: 1, duplicates: 1 });
    expect((await persons()).map(({ name }) => name)).toEqual(['Zoé', null]);
  });
});

describe('people who were seen acting before', () => {
  const bit = 8192;
  beforeEach(async () => {
    await story.file('entities', entities);
    const org = story.organizationId;
    await story.seenActing('zoe@x.fr', 1);
    await story.seenActing('zz', 8200);
    await story.seenActing('other', 3);
    await story.file(
      'events',
      'id,occurred_at,kind,actor\na,2026-01-05T10:00:00Z,post,zoe@x.fr\nb,2026-02-05T10:00:00Z,post,zz\n',
    );
    await story.database.owner.query(`delete from dirty_day where organization_id = $1`, [org]);
    const put = (day: string, act: number, ordinal: number) =>
      story.database.owner.query(
        `insert into activity_day values ($1, $2, $3, $4, set_bit(repeat('0', ${bit})::bit(${bit}), $5, 1))
         on conflict (organization_id, day, act, segment) do update set people = set_bit(activity_day.people, $5, 1)`,
        [org, day, act, Math.floor(ordinal / bit), ordinal % bit],
      );
    await put('2026-01-05', 2, 1);
    await put('2026-02-05', 2, 8200);
    await put('2026-02-05', 2, 8201);
    await put('2026-02-06', 2, 8200);
    await put('2026-02-06', 2, 1);
    await story.database.owner.query(
      `insert into milestone values ($1, 1, 'activated', '2026-01-05T10:00Z', '2026-01-05'), ($1, 8200, 'activated', '2026-01-04T10:00Z', '2026-01-04'),
                                    ($1, 8200, 'engaged', '2026-02-05T10:00Z', '2026-02-05')`,
      [org],
    );
    await story.database.owner.query(
      `insert into activity_week values ($1, '2026-02-02', 1, 0, 16, 1, 0, 0, 1), ($1, '2026-02-02', 8200, 0, 24, 2, 1, 0, 3), ($1, '2026-01-26', 8200, 0, 1, 1, 0, 0, 1)`,
      [org],
    );
    await story.database.owner.query(`update organization set sealed_before = '2026-01-12' where id = $1`, [org]);
  });
  const bits = () =>
    story.rows(`
      select day, segment * ${bit} + place as ordinal from activity_day, generate_series(0, ${bit - 1}) as place
       where organization_id = $1 and get_bit(people, place) = 1 order by day, ordinal`);

  it('become the person of the directory, with all they did', async () => {
    await story.file('people', `${people}max,fr,,,,,,,,,\nzoe,lyon,,,,,Zoe@x.fr,,,,\n`);
    expect(await persons()).toMatchObject([
      { ordinal: 1, key: 'zoe', declared: true },
      { ordinal: 3, key: 'other', declared: false },
      { ordinal: 8190, key: 'max', declared: true },
      { ordinal: 8200, key: 'zz', declared: false },
    ]);
    expect(await aliases()).toContainEqual({ alias: 'zoe', key: 'zoe' });
    // Days that are sealed stay as they are.
    expect(await story.rows(`select day from dirty_day where organization_id = $1 order by day`)).toEqual([
      { day: '2026-02-05' },
    ]);
    expect(
      (await story.rows(`select distinct week_end from dirty_week where organization_id = $1 order by 1`)).length,
    ).toBeGreaterThan(4);
  });

  it('are merged into it where it is known, with bits, weeks and first times', async () => {
    await story.file('people', `${people}zoe,lyon,,,,,zoe@x.fr,,,,\n`);
    await story.file('people', `${people}zoe,lyon,,,,,zz;zoe@x.fr,,,,\n`);
    expect((await persons()).map(({ key }) => key)).toEqual(['zoe', 'other']);
    expect(await bits()).toEqual([
      { day: '2026-01-05', ordinal: 1 },
      { day: '2026-02-05', ordinal: 1 },
      { day: '2026-02-05', ordinal: 8201 },
      { day: '2026-02-06', ordinal: 1 },
    ]);
    expect(
      await story.rows(`select ordinal, kind, day from milestone where organization_id = $1 order by kind`),
    ).toEqual([
      { ordinal: 1, kind: 'activated', day: '2026-01-04' },
      { ordinal: 1, kind: 'engaged', day: '2026-02-05' },
    ]);
    expect(
      await story.rows(
        `select week, ordinal, active_days, posts, acts from activity_week where organization_id = $1 order by week`,
      ),
    ).toEqual([
      { week: '2026-01-26', ordinal: 1, active_days: 1, posts: 1, acts: 1 },
      { week: '2026-02-02', ordinal: 1, active_days: 24, posts: 3, acts: 4 },
    ]);
    expect(await aliases()).toContainEqual({ alias: 'zz', key: 'zoe' });
  });

  it('are merged in one go, and their keys may go to others', async () => {
    const report = await story.file(
      'people',
      `${people}zoe,lyon,,,,,zoe@x.fr;zz,,,,\nzz,fr,,,,,,,,,\nother2,fr,,,,,other,,,,\nother,fr,,,,,,,,,\n`,
    );
    expect(codes(report)).toEqual(['3 alias_taken', '5 alias_taken']);
    expect((await persons()).map(({ ordinal, key }) => [ordinal, key])).toEqual([
      [1, 'zoe'],
      [3, 'other2'],
      [8190, 'zz'],
      [8191, 'other'],
    ]);
  });
});

describe('accounts of a network', () => {
  const account = (id: string, email: string) =>
    `{"date":"2026-03-02","user_id":"${id}","email_address":"${email}","is_active":true}\n`;
  const network = account('U1', 'Zoe@x.fr') + account('U2', 'max@x.fr');
  const directory = `${people}zoe,,,,,,zoe@x.fr,,,,yes\n`;
  const read = async () => ({ persons: await persons(), aliases: await aliases() });
  const everybody = {
    persons: [
      { key: 'zoe', declared: true, bot: true },
      { key: 'U2', declared: false, bot: false },
    ],
    aliases: [
      { alias: 'U1', key: 'zoe' },
      { alias: 'U2', key: 'U2' },
      { alias: 'max@x.fr', key: 'U2' },
      { alias: 'zoe', key: 'zoe' },
      { alias: 'zoe@x.fr', key: 'zoe' },
    ],
  };

  it('are other names of those whom the directory knows, and put nobody into it', async () => {
    await story.file('people', directory);
    expect(await story.file('slack-analytics', network)).toMatchObject({ accepted: 4, rejected: 0 });
    expect(await read()).toMatchObject(everybody);
    expect(await story.file('slack-analytics', network)).toMatchObject({ accepted: 0, duplicates: 4, rejected: 0 });
    expect(await read()).toMatchObject(everybody);
  });

  it('find their person when the directory comes later, with all they did', async () => {
    await story.file('slack-analytics', network);
    expect((await persons()).map(({ declared }) => declared)).toEqual([false, false]);
    expect(await story.file('people', directory)).toMatchObject({ accepted: 1, rejected: 0 });
    expect(await read()).toMatchObject(everybody);
    expect(await story.file('slack-analytics', network)).toMatchObject({ accepted: 0, rejected: 0 });
  });

  it('bring what somebody did before under another name together', async () => {
    await story.file('events', 'id,occurred_at,kind,actor\na,2026-01-05T10:00:00Z,post,U1\n');
    await story.seenActing('U1', 7);
    await story.file('people', directory);
    await story.file('slack-analytics', network);
    expect(await read()).toMatchObject(everybody);
  });

  it('propose a tree, which somebody may take over until a directory comes', async () => {
    const zip = await zipped({
      'Users.csv': 'id,email,location,department\n1,zoe@x.fr,Lyon,IT\n2,max@x.fr,Lyon,R/D\n3,eve@x.fr,,\n',
    });
    const proposed = () => proposedPeople(story.owner, story.organizationId);
    const entityKeys = async () => (await links()).map(({ entity }) => entity);
    const accounts = { code: 'read_accounts', times: 3 };
    expect((await story.file('yammer', zip)).notes).toEqual([accounts, { code: 'tree_proposed', times: 2 }]);
    expect(await proposed()).toEqual([
      { key: 'yammer:1', path: 'Lyon > IT' },
      { key: 'yammer:2', path: 'Lyon > "R/D"' },
    ]);
    expect(await places()).toEqual([]);
    const file = 'person_id,entity_path\nyammer:1,Lyon > IT\nyammer:2,"Lyon > ""R/D"""\n';
    expect(await story.file('people', file, { adopts: true })).toMatchObject({ state: 'done', accepted: 2 });
    expect((await places()).map(({ key, entity }) => [key, entity])).toEqual([
      ['yammer:1', 'Lyon > IT'],
      ['yammer:2', 'Lyon > R/D'],
    ]);
    expect(await proposed()).toEqual([]);
    expect((await story.file('yammer', zip)).notes).toEqual([accounts]);
    // A directory, with keys of its own: what stood in for it is gone, and Zoé is the same person.
    const directory = 'person_id,entity_path,aliases\n7001,Paris > IT,zoe@x.fr\n';
    expect(await story.file('people', directory, { snapshot: '2026-03-02' })).toMatchObject({
      ...{ state: 'done', accepted: 1, rejected: 0, snapshot: { joined: 1, left: 0, moved: 0 } },
    });
    expect((await persons()).map(({ ordinal, key, declared }) => [ordinal, key, declared])).toEqual([
      [8190, '7001', true],
      [8191, 'yammer:2', false],
      [8192, 'yammer:3', false],
    ]);
    expect(await entityKeys()).toEqual(['Paris', 'Paris > IT']);
    expect((await story.file('yammer', zip)).notes).toEqual([accounts]);
    expect(await story.file('people', file, { adopts: true })).toMatchObject({ errorCode: 'directory_known' });
  });

  it('leave two people apart who name the same address', async () => {
    const taken = account('U1', 'zoe@x.fr') + account('U3', 'zed@x.fr');
    await story.file('people', `${people}zoe,,,,,,zoe@x.fr,,,,\nzed,,,,,,zed@x.fr;U1,,,,\n`);
    expect(codes(await story.file('slack-analytics', taken))).toEqual(['1 alias_taken']);
    expect(await aliases()).toContainEqual({ alias: 'U3', key: 'zed' });
  });
});

describe('what is declared', () => {
  beforeEach(async () => {
    await story.file('entities', entities);
    await story.file('people', `${people}zoe,lyon,,,,,,,,,\nmax,fr,,,,,,,,,\n`);
  });

  it('waves with their entities, as the file says last', async () => {
    const header = 'wave_id,name,kind,planned_start,planned_end,actual_start,actual_end,entities,target,curve\n';
    const file = `${header}w1,Pilot,pilot,2026-01-01,2026-02-01,,,lyon;jp,0.8,2026-01-10:0.5;2026-02-01:0.8\nw2,Rest,,2026-03-01,2026-04-01,,,g,,\n`;
    expect(await story.file('waves', file)).toMatchObject({ accepted: 2, rejected: 0 });
    const before = await story.everything();
    expect(await story.file('waves', file)).toMatchObject({ accepted: 0, duplicates: 2 });
    expect(await story.everything()).toEqual(before);
    await story.file('waves', `${header}w1,Pilot,pilot,2026-01-01,2026-02-01,2026-01-02,,fr;lyon,0.8,\n`);
    expect(
      await story.rows(
        `select entity_key as entity, wave_key as wave from wave_entity where organization_id = $1 order by 1`,
      ),
    ).toEqual([
      { entity: 'fr', wave: 'w1' },
      { entity: 'g', wave: 'w2' },
      { entity: 'lyon', wave: 'w1' },
    ]);
    const bad = `${header}w3,X,poem,2026-01-01,2026-02-01,,,,,\nw4,X,,,2026-02-01,,,,,\nw5,X,,2026-03-01,2026-02-01,,,,,\nw6,X,,2026-01-01,2026-02-01,,,no,,\nw7,X,,2026-01-01,2026-02-01,,,fr,,\nw8,X,pilot,2026-01-01,2026-02-01,,,fr,,\n`;
    expect(codes(await story.file('waves', bad))).toEqual([
      '2 unknown_kind',
      '3 missing_field',
      '4 empty_validity',
      '5 unknown_entity',
      '7 entity_in_two_waves',
    ]);
  });

  it('members, groups and mandates, once', async () => {
    await story.file(
      'waves',
      'wave_id,name,kind,planned_start,planned_end,entities\nw1,Choice,choice,2026-01-01,2026-02-01,\n',
    );
    const files = [
      [
        'members',
        'wave_id,person_id,from,to\nw1,zoe,2026-01-01,\nw1,nobody,,\nw9,zoe,,\n',
        ['3 unknown_person', '4 unknown_wave'],
        1,
      ],
      [
        'groups',
        'group_id,name,kind,creator_id,owner_ids,created_at,archived_at,has_description,open\ng1,News,,zoe,zoe;max,2026-01-01T00:00:00Z,,true,false\ng2,,,,,,,,\ng1,Again,,,,,,,\n',
        ['4 duplicate_group'],
        2,
      ],
      [
        'mandates',
        'person_id,role,entity,from,to\nzoe,Ambassador,lyon,2026-01-01,\nzoe,king,,,\nnobody,sponsor,,,\nmax,sponsor,no,,\n',
        ['3 unknown_role', '4 unknown_person', '5 unknown_entity'],
        1,
      ],
    ] as const;
    for (const [kind, text, rejects, accepted] of files) {
      const report = await story.file(kind, text);
      expect(codes(report)).toEqual(rejects);
      expect(report.accepted).toBe(accepted);
      const before = await story.everything();
      expect(await story.file(kind, text)).toMatchObject({ accepted: 0, duplicates: accepted });
      expect(await story.everything()).toEqual(before);
    }
    await story.file('members', 'wave_id,person_id,from,to\nw1,zoe,2026-01-01,2026-02-01\n');
    expect(await story.rows(`select valid_to as to from wave_member where organization_id = $1`)).toEqual([
      { to: '2026-02-01' },
    ]);
  });
});

describe('an organisation', () => {
  it.each([
    [{ slug: 'No Slug' }, 'bad_slug'],
    [{ timezone: 'Mars/Base' }, 'bad_timezone'],
    [{ class: 'personal', k: 9 }, 'k_too_small'],
    [{ class: 'personal', bands: false }, 'bands_required'],
    [{ k: 0 }, 'k_too_small'],
    [{ k: 201 }, 'k_too_large'],
  ] as const)('is refused with %j', async (over, code) => {
    await expect(story.begin(over)).rejects.toMatchObject({ code });
  });

  it('of public data may do without bands', async () => {
    await story.begin({ k: 1, bands: false });
    expect(await story.rows(`select k, bands from organization where id = $1`)).toEqual([{ k: 1, bands: false }]);
  });
});
