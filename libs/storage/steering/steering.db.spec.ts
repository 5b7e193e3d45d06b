import { randomUUID } from 'node:crypto';
import { Publication, Tree } from '#domain/indicators/publication.js';
import { PublicationRepository } from '../publication/publication.repository.js';
import { withinOrganization } from '../wall/within-organization.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { namesOf } from '../vault/keyring.js';
import { DeclaredRepository } from './declared.repository.js';
import { SteeringRepository } from './steering.repository.js';

let database: TestDatabase;
const organization = randomUUID();

beforeAll(async () => {
  database = await createTestDatabase();
  const { owner } = database;
  await owner.query(
    `insert into organization (id, slug, name, class, timezone, house_words)
     values ($1, 'acme', 'Acme', 'synthetic', 'Europe/Paris', '{"network":"liam"}')`,
    [organization],
  );
  await owner.query(
    `insert into entity (organization_id, key, name) values ($1, 'all', 'Acme'), ($1, 'a', 'Alpha'), ($1, 'b', 'Beta'), ($1, 'c', 'Gamma')`,
    [organization],
  );
  await owner.query(
    `insert into entity_parent (organization_id, entity_key, parent_key, valid_from, valid_to)
     values ($1, 'all', null, default, default), ($1, 'a', 'all', default, '2021-01-01'), ($1, 'a', 'b', '2021-01-01', default)`,
    [organization],
  );
  await owner.query(
    `insert into wave (organization_id, key, name, kind, planned_start, planned_end, actual_start, target, curve)
     values ($1, 'w1', 'Pilote', 'pilot', '2020-01-06', '2020-02-02', '2020-01-13', 0.8, '[{"date":"2020-02-02","share":0.8}]'),
            ($1, 'w2', 'Volontaires', 'forerunners', '2020-01-01', '2020-01-31', null, 1, null)`,
    [organization],
  );
  await owner.query(
    `insert into wave_entity (organization_id, entity_key, wave_key) values ($1, 'b', 'w1'), ($1, 'a', 'w1')`,
    [organization],
  );
  await owner.query(
    `insert into person (organization_id, ordinal, key, sealed_name, declared) values ($1, 1, 'p1', $2, true), ($1, 2, 'p2', null, true)`,
    [organization, (await namesOf(owner, organization)).seal('Ada')],
  );
  await owner.query(
    `insert into wave_member (organization_id, wave_key, ordinal) values ($1, 'w2', 1), ($1, 'w2', 2)`,
    [organization],
  );
  await owner.query(
    `insert into mandate (organization_id, ordinal, role, entity_key, valid_from, valid_to)
     values ($1, 1, 'ambassador', 'a', '2020-01-01', '2020-07-01'), ($1, 2, 'sponsor', null, default, default),
            ($1, 2, 'ambassador', 'b', '2020-09-01', default)`,
    [organization],
  );
  await owner.query(
    `insert into published_week (organization_id, week_end, through, provisional, published_at)
     values ($1, '2020-03-01', '2020-03-01', false, '2020-03-03T08:00:00Z'), ($1, '2020-03-08', '2020-03-06', true, '2020-03-07T08:00:00Z')`,
    [organization],
  );
  await owner.query(
    `insert into published_node (organization_id, week_end, key, position, parent, kind, entity, name, members, entities, headcount)
     values ($1, '2020-03-01', 'all', 0, null, 'node', 'all', 'Acme', '{}', '{}', 60),
            ($1, '2020-03-01', 'a', 1, 'all', 'cell', 'a', 'Alpha', '{}', '{a}', 40),
            ($1, '2020-03-01', 'all~rest', 2, 'all', 'rest', null, null, '{b,c}', '{b,c}', 20)`,
    [organization],
  );
  await owner.query(
    `insert into published_count (organization_id, population, days, node, week_end, counts)
     values ($1, 'everyone', 0, 'a', '2020-03-01', '{"people":[40,40],"activated":[18,20]}'),
            ($1, 'everyone', 0, 'all~rest', '2020-03-01', '{"people":[20,20],"activated":[0,2]}'),
            ($1, 'level-2', 0, 'all', '2020-03-01', '{"people":[12,12]}'), ($1, 'level-10', 0, 'all', '2020-03-01', '{}')`,
    [organization],
  );
  await owner.query(
    `insert into published_cohort (organization_id, cohort, cohort_end, lag, people, active)
     values ($1, '2020-01-06', '2020-01-13', 2, '{12,12}', '{6,8}'), ($1, '2020-01-06', '2020-01-13', 9, '{12,12}', '{3,5}')`,
    [organization],
  );
});
afterAll(() => database.drop());

test('the reading role reads the publication and the waves', () =>
  withinOrganization(organization, async () => {
    const read = await database.as('read');
    const published = new PublicationRepository(read);
    expect(await published.weeks(organization)).toMatchObject([
      { weekEnd: '2020-03-08', through: '2020-03-06', provisional: true },
      { weekEnd: '2020-03-01', provisional: false, publishedAt: new Date('2020-03-03T08:00:00Z') },
    ]);
    const places = await published.places(organization, '2020-03-01', '2020-03-08');
    expect(places.get('2020-03-01')).toMatchObject([
      { key: 'all', parent: null, name: 'Acme' },
      { key: 'a', name: 'Alpha', members: [], entities: ['a'] },
      { key: 'all~rest', kind: 'rest', name: 'Acme', members: ['Beta', 'Gamma'], headcount: 20 },
    ]);
    const rows = await published.counts(organization, {
      populations: ['everyone'],
      days: [0],
      from: '2020-03-01',
      to: '2020-03-01',
    });
    const publication = new Publication(new Map([...places].map(([week, tree]) => [week, new Tree(tree)])), rows);
    expect(publication.count(['a', 'all~rest'], '2020-03-01', 'everyone', 0, 'activated')).toEqual({
      low: 18,
      high: 22,
    });
    expect(publication.count(['all'], '2020-03-01', 'everyone', 0, 'activated')).toBeNull();
    expect(await published.levels(organization, '2020-03-01')).toEqual(['level-2', 'level-10']);
    expect(await published.cohorts(organization, '2020-01-20', '2020-02-01')).toEqual([
      // Stored from the first of the weeks that are read together, told from the last.
      { cohort: '2020-01-06', cohortEnd: '2020-01-13', lag: 1, people: [12, 12], active: [6, 8] },
    ]);

    const steering = new SteeringRepository(read);
    expect(await steering.card(organization)).toMatchObject({ slug: 'acme', k: 10, houseWords: { network: 'liam' } });
    expect((await steering.waves(organization)).find(({ key }) => key === 'w1')).toEqual({
      ...{
        key: 'w1',
        name: 'Pilote',
        kind: 'pilot',
        plannedStart: '2020-01-06',
        plannedEnd: '2020-02-02',
        target: 0.8,
      },
      ...{
        actualStart: '2020-01-13',
        actualEnd: null,
        entities: ['a', 'b'],
        curve: [{ date: '2020-02-02', share: 0.8 }],
      },
    });
    expect(await steering.links(organization, '2020-03-01', '2020-03-08')).toContainEqual({
      entity: 'a',
      parent: 'all',
      from: null,
      to: '2021-01-01',
      kind: null,
    });
    expect(
      (await steering.links(organization, '2021-01-01', '2021-01-08')).filter(({ entity }) => entity === 'a'),
    ).toEqual([{ entity: 'a', parent: 'b', from: '2021-01-01', to: null, kind: null }]);
  }));

test('names are for the application role only', () =>
  withinOrganization(organization, async () => {
    const declared = new DeclaredRepository(await database.as('app'));
    expect(await declared.members(organization, '2020-03-01')).toEqual(new Map([['w2', 2]]));
    expect(await declared.mandates(organization, '2020-03-01')).toEqual([
      { role: 'sponsor', name: null, entity: null, entityName: null, from: null, to: null },
      { role: 'ambassador', name: 'Ada', entity: 'a', entityName: 'Alpha', from: '2020-01-01', to: '2020-07-01' },
    ]);
    await expect(
      new DeclaredRepository(await database.as('read')).mandates(organization, '2020-03-01'),
    ).rejects.toThrow('permission denied');
  }));
