import { directorySetting, saveDirectorySetting } from '#storage/scim/directory-settings.js';
import {
  deleteScimResource,
  findScimResource,
  insertScimResource,
  updateScimResource,
} from '#storage/scim/scim-resources.js';
import { applyScim } from './apply-scim.js';
import { ImportStory } from './testing/import-story.js';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

interface Said {
  externalId?: string;
  active?: boolean;
  emails?: string[];
  employeeNumber?: string;
  path?: string[];
  manager?: string;
}

describe('the directory of an identity provider', () => {
  let story: ImportStory;
  beforeAll(async () => {
    story = await ImportStory.open();
  });
  afterAll(() => story.close());
  beforeEach(() => story.begin());

  const contentOf = (userName: string, { externalId, active = true, emails = [], path = [], ...more }: Said) => {
    const [organization, division, department] = path;
    const { employeeNumber, manager } = more;
    const extension = { organization, division, department, employeeNumber, manager: manager && { value: manager } };
    const attributes = {
      ...{ userName, externalId, active, emails: emails.map((value) => ({ value })) },
      [enterprise]: extension,
    };
    const told = JSON.parse(JSON.stringify(attributes)) as Record<string, unknown>;
    return { userName, externalId: externalId ?? null, active, attributes: told };
  };
  const owner = () => story.database.owner;
  const say = async (userName: string, said: Said) =>
    (await insertScimResource(owner(), story.organizationId, 'User', contentOf(userName, said))).id;
  const change = async (id: string, userName: string, said: Said) => {
    const current = await findScimResource(owner(), story.organizationId, 'User', id);
    await updateScimResource(owner(), story.organizationId, current!, contentOf(userName, said));
  };
  const remove = async (id: string) =>
    deleteScimResource(
      owner(),
      story.organizationId,
      'User',
      (await findScimResource(owner(), story.organizationId, 'User', id))!,
    );
  const take = (day: string) => applyScim(story.work, story.organizationId, new Date(`${day}T12:00:00Z`));
  const places = () =>
    story.sorted<{ key: string; from: string; to: string; entity: string; manager: string | null }>(
      `select person.key, valid_from as from, valid_to as to, entity_key as entity, manager.key as manager
        from assignment join person using (organization_id, ordinal)
        left join person as manager on manager.organization_id = $1 and manager.ordinal = manager_ordinal
       where person.organization_id = $1`,
      ...(['key', 'from'] as const),
    );
  const held = async () =>
    (
      await story.rows<{ held: string }>(
        `select held from scim_resource where organization_id = $1 and held is not null`,
      )
    )
      .map((row) => row.held)
      .sort();

  it('has people, aliases, managers and a tree of its own, from the beginning on its first day', async () => {
    const chief = await say('chief@x.fr', { externalId: 'c', path: ['ACME', 'Lyon'] });
    await say('zoe@x.fr', { employeeNumber: '7', emails: ['Z@x.fr'], path: ['ACME', 'lyon', 'Usine'], manager: chief });
    expect(await take('2026-03-02')).toMatchObject({ joined: 2, left: 0, moved: 0, held: 0 });
    const always = { from: '-infinity', to: 'infinity' };
    expect(await places()).toEqual([
      { key: '7', ...always, entity: 'ACME > Lyon > Usine', manager: 'c' },
      { key: 'c', ...always, entity: 'ACME > Lyon', manager: null },
    ]);
    expect(
      await story.sorted<{ alias: string; key: string }>(
        `select alias, key from person_alias join person using (organization_id, ordinal) where organization_id = $1`,
        'alias',
      ),
    ).toEqual([
      ...['7', 'Z@x.fr'].map((alias) => ({ alias, key: '7' })),
      { alias: 'c', key: 'c' },
      { alias: 'chief@x.fr', key: 'c' },
      { alias: 'zoe@x.fr', key: '7' },
    ]);
    const before = await story.everything();
    expect(await take('2026-03-02')).toMatchObject({ joined: 0, more: false });
    expect(await story.everything()).toEqual(before);
  });

  it('joins, moves, leaves and comes back on the day on which it is said, and forgets nothing', async () => {
    const ids = new Map<string, string>();
    for (let n = 0; n < 20; n++) ids.set(`u${n}`, await say(`u${n}`, { externalId: `u${n}`, path: ['A', 'B'] }));
    await take('2026-03-01');
    await say('new', { externalId: 'new', path: ['A', 'C'] });
    await change(ids.get('u1')!, 'u1', { externalId: 'u1', path: ['A', 'C'] });
    await change(ids.get('u2')!, 'u2', { externalId: 'u2', path: ['A', 'B'], active: false });
    await remove(ids.get('u3')!);
    expect(await take('2026-03-05')).toMatchObject({ joined: 1, left: 2, moved: 1, held: 0 });
    await change(ids.get('u2')!, 'u2', { externalId: 'u2', path: ['A', 'B'] });
    await take('2026-03-09');
    const of = (await places()).filter(({ key }) => ['new', 'u1', 'u2', 'u3'].includes(String(key)));
    expect(of.map(({ key, from, to, entity }) => [key, from, to, entity])).toEqual([
      ['new', '2026-03-05', 'infinity', 'A > C'],
      ['u1', '-infinity', '2026-03-05', 'A > B'],
      ['u1', '2026-03-05', 'infinity', 'A > C'],
      ['u2', '-infinity', '2026-03-05', 'A > B'],
      ['u2', '2026-03-09', 'infinity', 'A > B'],
      ['u3', '-infinity', '2026-03-05', 'A > B'],
    ]);
    expect(await findScimResource(owner(), story.organizationId, 'User', ids.get('u3')!)).toBeNull();
  });

  it('gives a manager to those who were there before the manager', async () => {
    await say('clerk', { externalId: 'clerk', path: ['A'], manager: 'chief' });
    await take('2026-03-01');
    await say('chief', { externalId: 'chief', path: ['A'] });
    await take('2026-03-02');
    expect(await places()).toMatchObject([
      { key: 'chief', manager: null },
      { key: 'clerk', to: '2026-03-02', manager: null },
      { key: 'clerk', from: '2026-03-02', manager: 'chief' },
    ]);
  });

  it('holds what is too much for a day until somebody approves it', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 20; n++) ids.push(await say(`u${n}`, { externalId: `u${n}`, path: ['A', 'B'] }));
    await take('2026-03-01');
    for (const n of [0, 1, 2]) await change(ids[n]!, `u${n}`, { externalId: `u${n}`, path: ['A', 'B'], active: false });
    for (const n of [5, 6, 7, 8, 9]) await change(ids[n]!, `u${n}`, { externalId: `u${n}`, path: ['A', 'C'] });
    await say('new', { externalId: 'new', path: ['A', 'B'] });
    expect(await take('2026-03-02')).toMatchObject({ joined: 1, left: 0, moved: 0, held: 8 });
    expect(await held()).toEqual([...Array(3).fill('leave'), ...Array(5).fill('move')]);
    // Another day, what is held stays held; what is new has its own share.
    await change(ids[10]!, 'u10', { externalId: 'u10', path: ['A', 'B'], active: false });
    expect(await take('2026-03-03')).toMatchObject({ left: 1, held: 0 });
    // Who is active again was never gone.
    await change(ids[0]!, 'u0', { externalId: 'u0', path: ['A', 'B'] });
    expect(await take('2026-03-03')).toMatchObject({ joined: 0, left: 0, held: 0 });
    await owner().query(
      `update scim_resource set approved_version = version where organization_id = $1 and held is not null`,
      [story.organizationId],
    );
    expect(await take('2026-03-04')).toMatchObject({ left: 2, moved: 5, held: 0 });
    expect(await held()).toEqual([]);
    await saveDirectorySetting(owner(), story.organizationId, {
      ...(await directorySetting(owner(), story.organizationId)),
      leaversAbove: 0.5,
    });
    for (const n of [11, 12, 13, 14]) await remove(ids[n]!);
    expect(await take('2026-03-05')).toMatchObject({ left: 4, held: 0 });
  });

  it('finds people and entities that files declared, and loses nobody', async () => {
    await story.file(
      'entities',
      'entity_id,parent_id,name\ng,,Group\nfr,g,France\np1,fr,Production\njp,g,Japan\np2,jp,Production\n',
    );
    await story.file('people', 'person_id,entity,level,aliases,site,trade\n42,fr,2,anne@x.fr,Paris,IT\n43,fr,,,,\n');
    await say('Anne@x.fr', { externalId: 'other', path: ['France'] });
    await say('b', { employeeNumber: '43', path: ['Japan', 'Production'] });
    await say('c', { externalId: 'c', path: ['France', 'Nowhere'] });
    await say('d', { externalId: 'd', path: ['Production'] });
    await say('e', { externalId: 'e' });
    expect(await take('2026-03-02')).toMatchObject({ joined: 3, moved: 1, held: 0 });
    expect((await places()).map(({ key, entity, to }) => [key, entity, to])).toEqual([
      ['42', 'fr', 'infinity'],
      ['43', 'fr', '2026-03-02'],
      ['43', 'p2', 'infinity'],
      ['c', 'fr', 'infinity'],
      ['d', 'g', 'infinity'],
      ['e', 'g', 'infinity'],
    ]);
    expect(
      await story.rows(`select key, site, trade, level from assignment join person using (organization_id, ordinal)
                         where organization_id = $1 and site is not null`),
    ).toEqual([{ key: '42', site: 'Paris', trade: 'IT', level: 2 }]);
    expect(
      // By their spelling: in the database they are tokens, whose order changes with the organisation.
      await story.sorted<{ key: string }>(
        `select person_key as key from scim_resource where organization_id = $1 and entity_unknown`,
        'key',
      ),
    ).toEqual([{ key: 'c' }, { key: 'd' }, { key: 'e' }]);
  });

  it('counts two hundred changes again once', async () => {
    await owner().query(
      `insert into activity_day (organization_id, day, act, segment, people)
       select $1, day, 1, 0, repeat('0', 8192)::bit(8192) from unnest('{2026-02-02,2026-03-01}'::date[]) as day`,
      [story.organizationId],
    );
    const ids: string[] = [];
    for (let n = 0; n < 200; n++) ids.push(await say(`u${n}`, { externalId: `u${n}`, path: ['A', 'B'] }));
    await take('2026-02-20');
    await owner().query(`delete from dirty_week where organization_id = $1`, [story.organizationId]);
    for (const [n, id] of ids.entries())
      await change(id, `u${n}`, { externalId: `u${n}`, path: ['A', 'B'], manager: ids[0]! });
    const marks = () => story.rows(`select week_end as week from dirty_week where organization_id = $1 order by 1`);
    expect(await marks()).toEqual([]);
    await take('2026-02-24');
    expect(await marks()).toEqual([{ week: '2026-03-01' }]);
  });
});
