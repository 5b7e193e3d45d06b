import { Ambassadors, RelayProposals } from '#contract/ambassadors.js';
import { Ties } from '#contract/ties.js';
import { SteeringModule } from './steering/steering.module.js';
import { lastWeek, publishedCompany, type PublishedCompany } from './testing/published-company.js';
import { NetworkModule } from './network/network.module.js';

let company: PublishedCompany;
beforeAll(async () => {
  company = await publishedCompany([NetworkModule, SteeringModule]);
});
afterAll(() => company.close());

const sql = (text: string) => company.database.owner.query(text);
const ties = async () => Ties.parse((await company.get('/ties')).json());

test('before anything is counted, ties say so', async () => {
  expect(await ties()).toMatchObject({
    week: lastWeek,
    measured: false,
    ties: [],
    crossEntity: { shown: 'masked' },
    influence: null,
  });
});

test('between places of at least 200 people, against chance', async () => {
  await sql(`insert into published_tie (organization_id, week_end, days, source, target, interactions)
    select id, '${lastWeek}', 91, s, t, array[n, n] from organization,
           (values ('paris', 'paris', 300), ('paris', 'acme~volume', 100), ('acme~volume', 'paris', 50)) as v(s, t, n)`);
  await sql(`insert into published_count (organization_id, week_end, population, days, node, counts)
    select id, '${lastWeek}', 'everyone', 91, 'acme', '{"crossing":[150,150],"internal":[350,350],"two_way":[40,40],"one_way":[160,160]}' from organization`);
  await sql(
    `update published_count set counts = counts || '{"strangers":[360,360]}' where node = 'acme' and days = 0 and population = 'everyone'`,
  );
  const page = await ties();
  expect(page.places).toEqual([
    { key: 'acme~volume', name: 'Acme', joined: true, headcount: 300 },
    { key: 'paris', name: 'Paris', joined: false, headcount: 300 },
  ]);
  expect(page.ties.map(({ source, target, ratio }) => [source, target, ratio])).toEqual([
    ['acme~volume', 'paris', 1],
    ['paris', 'acme~volume', 0.5],
    ['paris', 'paris', 1.5],
  ]);
  expect(page).toMatchObject({
    crossEntity: { value: 0.3 },
    expected: { value: 0.6 },
    openness: { value: 0.5 },
    twoWay: { value: 0.2 },
  });
});

test('ambassadors of one place only, and whether they look like everyone', async () => {
  await sql(`insert into published_profile (organization_id, week_end, dimension, category, people, ambassadors)
    select id, '${lastWeek}', 'trade', c, p, a from organization, (values ('sales', 400, 30), ('plant', 200, 0)) as v(c, p, a)`);
  const page = Ambassadors.parse((await company.get('/ambassadors?node=rome')).json());
  expect(page.overall).toMatchObject({ node: 'rome', headcount: 260 });
  expect([page.coverage, page.mandates]).toEqual([[], []]);
  expect(page.profiles).toMatchObject([
    {
      dimension: 'trade',
      rows: [
        { category: 'sales', expected: 20 },
        { category: 'plant', expected: 10 },
      ],
      test: { df: 1, chiSquare: 15 },
    },
  ]);
  expect(Ambassadors.parse((await company.get('/ambassadors?node=paris')).json()).mandates).toHaveLength(1);
});

test('proposes by name nobody but volunteers who still are', async () => {
  const people = async () => RelayProposals.parse((await company.get('/ambassadors/relays')).json()).people;
  await sql(
    `insert into relay_proposal (organization_id, week_end, ordinal) select id, '${lastWeek}', 1 from organization`,
  );
  expect(await people()).toEqual([]);
  await sql(
    `insert into mandate (organization_id, ordinal, role, entity_key) select id, 1, 'relay', 'paris' from organization`,
  );
  expect(await people()).toEqual([{ name: 'Ada', entity: 'Paris' }]);
  await sql(`update mandate set valid_to = '2021-01-01' where role = 'relay'`);
  expect(await people()).toEqual([]);
});
