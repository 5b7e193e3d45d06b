import { Targets } from '#contract/targets.js';
import { say } from '#domain/sentences/say.js';
import { Ambassadors } from '#contract/ambassadors.js';
import { Organization } from '#contract/organization.js';
import { addDays, mondayOf } from '#domain/calendar/day.js';
import { lastWeek, publishedCompany, type PublishedCompany } from '../testing/published-company.js';
import { SteeringModule } from './steering.module.js';

let company: PublishedCompany;
beforeAll(async () => {
  company = await publishedCompany([SteeringModule]);
});
afterAll(() => company.close());

test('the organisation: weeks, waves in their order, levels and tree', async () => {
  const organization = Organization.parse((await company.get('')).json());
  expect(organization).toMatchObject({
    slug: 'acme',
    k: 10,
    week: lastWeek,
    levels: [{ key: 'level-1', levels: [1] }],
  });
  expect(organization.weeks).toHaveLength(12);
  expect(organization.waves.map(({ key, madeOf, members, entities }) => [key, madeOf, members, entities])).toEqual([
    ['friends', 'people', 1, []],
    ['pilot', 'entities', null, ['paris']],
    ['italy', 'entities', null, ['rome']],
  ]);
  expect(organization.nodes.map(({ key, parent, wave }) => [key, parent, wave])).toEqual([
    ['acme', null, null],
    ['paris', 'acme', 'pilot'],
    ['rome', 'acme', 'italy'],
    ['lyon', 'acme', null],
  ]);
  expect(organization.annotations).toContainEqual({
    day: '2021-01-25',
    kind: 'wave_opened',
    wave: 'italy',
    name: 'Italie',
    entities: ['rome'],
  });
});

test('where the history begins: before the oldest week told, as long as older ones are counted', async () => {
  const begins = async () => Organization.parse((await company.get('')).json()).begins;
  const { weeks } = Organization.parse((await company.get('')).json());
  expect(await begins()).toBe(mondayOf(weeks.at(-1)!.weekEnd));
  const older = addDays(weeks.at(-1)!.weekEnd, -70);
  const owner = company.database.owner;
  await owner.query(`insert into dirty_week (organization_id, week_end) select id, $1 from organization`, [older]);
  expect(await begins()).toBe(mondayOf(older));
  await owner.query(`delete from dirty_week where week_end = $1`, [older]);
});

test('ambassadors: coverage against the band, gaps and mandates', async () => {
  const page = Ambassadors.parse((await company.get('/ambassadors')).json());
  expect(page.overall).toMatchObject({
    ambassadors: 30,
    headcount: 600,
    state: 'below',
    missing: 30,
    coverage: { value: 0.05 },
  });
  expect(page.coverage.map(({ node, state, missing }) => [node, state, missing])).toEqual([
    ['paris', 'inside', 0],
    ['rome', 'none', 26],
    ['lyon', 'none', 4],
  ]);
  expect(page.counts).toEqual({ none: 2, below: 0, inside: 1, above: 0, missing: 30 });
  expect(page.mandates).toEqual([
    {
      role: 'ambassador',
      name: 'Ada',
      entity: 'paris',
      entityName: 'Paris',
      from: '2020-12-21',
      to: null,
      days: 90,
      months: 3,
      planned: null,
      running: true,
      length: 'inside',
    },
  ]);
  expect(page.medianDays).toBe(90);
  expect(page.sentence).toMatchObject({ key: 'ambassadors.below', params: { missing: 30, uncovered: 2 } });
});

test('ambassadors: an entity read with its neighbours is named where nobody is in office for it', async () => {
  const { owner } = company.database;
  const [{ id } = { id: '' }] = await owner.query<{ id: string }[]>(`select id from organization`);
  await owner.query(
    `insert into entity (organization_id, key, name) values ($1, 'bron', 'Bron'), ($1, 'oullins', 'Oullins')`,
    [id],
  );
  await owner.query(
    `update published_node set entities = '{lyon,bron,oullins}' where organization_id = $1 and key = 'lyon' and week_end = $2`,
    [id, lastWeek],
  );
  await owner.query(
    `update published_count set counts = counts || '{"ambassadors": [1, 1]}'
      where organization_id = $1 and node = 'lyon' and week_end = $2 and days = 0 and population = 'everyone'`,
    [id, lastWeek],
  );
  await owner.query(
    `insert into mandate (organization_id, ordinal, role, entity_key, valid_from) values ($1, 1, 'ambassador', 'bron', '2021-01-04')`,
    [id],
  );
  // What was read of a statement is kept until it is stated again.
  await owner.query(`update published_week set published_at = published_at + interval '1 second'`);
  const { coverage } = Ambassadors.parse((await company.get('/ambassadors')).json());
  expect(coverage.map(({ node, without }) => [node, without])).toEqual([
    ['paris', []],
    ['rome', []],
    ['lyon', ['Oullins']],
  ]);
});

describe('targets', () => {
  const read = async (query = '', scope?: string) => {
    const answer = await company.get(`/targets${query}`, scope);
    return Targets.parse(answer.json()).targets.map(({ scope: of, state, sentence }) => [
      ...[of, state, say(sentence, 'en')],
    ]);
  };

  it('tell of the whole, waves and entities how each stands, in one sentence', async () => {
    expect(await read()).toEqual([
      [
        '',
        'missed',
        'Target missed: Rollout progress, 46% on 28 February 2021; aimed at: at least 90% by 1 March 2021; 44 points off.',
      ],
      ['italy', 'met', expect.stringMatching(/^Target met: Rollout progress \(Italie\), .* on 21 March 2021/)],
      [
        'rome',
        'met',
        expect.stringMatching(/^Target met: .* on 28 February 2021; aimed at: at least 5% by 28 February/),
      ],
      ['paris', 'open', expect.stringMatching(/^Target on the way: .* \(Paris\), .*; \d+ points off\.$/)],
    ]);
  });

  it('judge an older week by what was known of it', async () => {
    expect((await read('?week=2021-01-24')).map(([of, state]) => [of, state])).toEqual([
      ['', 'open'],
      ['italy', 'open'],
      ['rome', 'open'],
      ['paris', 'open'],
    ]);
  });

  it('tell whoever sees one entity of that entity only', async () => {
    expect((await read('', 'paris')).map(([of, state]) => [of, state])).toEqual([['paris', 'open']]);
    expect(await read('', 'atlantis')).toEqual([]);
  });
});
