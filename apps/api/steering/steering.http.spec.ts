import { Ambassadors } from '#contract/ambassadors.js';
import { Organization } from '#contract/organization.js';
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
