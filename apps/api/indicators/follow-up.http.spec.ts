import { FollowUp } from '#contract/follow-up.js';
import { lastWeek, publishedCompany, type PublishedCompany, weekEnds } from '../testing/published-company.js';
import { IndicatorsModule } from './indicators.module.js';

let company: PublishedCompany;
beforeAll(async () => {
  company = await publishedCompany([IndicatorsModule]);
});
afterAll(() => company.close());

const read = async (query = '') => FollowUp.parse((await company.get(`/follow-up${query}`)).json());

it('lists small entities to call, and holds others against their plan where too few are comparable', async () => {
  const page = await read();
  expect(page.freshness).toMatchObject({ weekEnd: lastWeek });
  // Rome has activated 80 of 260 people and was to have all of them.
  expect(page.alerts).toMatchObject([
    {
      ...{
        cause: 'entity',
        name: 'Rome',
        evidence: { key: 'alert.below_plan', params: { low: 80, high: 80, of: 260, expected: 1 } },
      },
      entities: [
        { place: 'rome', kind: 'cell', against: 'plan', waves: ['Italie'], question: { key: 'ask.ambassador' } },
      ],
    },
  ]);
  expect(page.small).toMatchObject([
    { place: 'lyon', name: 'Lyon', headcount: 40, entities: ['lyon'], question: null, lastCall: null },
  ]);
  // Paris was below its plan while it opened, and has caught up.
  expect(page.back).toMatchObject([{ place: 'paris', against: 'plan' }]);
  expect(page.counts).toMatchObject({ onCourse: 0, unknown: 0 });
  expect(page.sentence).toEqual({
    key: 'follow_up.found',
    params: { all: 3, judged: 2, alerts: 1, small: 1, low: 0, calls: 1, names: 'Rome', namesEn: 'Rome', more: 0 },
  });
});

it('tells who signed in over seven days of every entity, also of those that are held against a plan', async () => {
  const { small, back, alerts } = await read();
  const shown = [...small, ...back, ...alerts.flatMap(({ entities }) => entities)];
  expect(shown.map(({ place, signedIn: { numerator } }) => [place, numerator])).toEqual([
    ['lyon', { low: 6, high: 8 }],
    ['paris', { low: 120, high: 120 }],
    ['rome', { low: 52, high: 52 }],
  ]);
});

it('shows a call as soon as it is declared', async () => {
  await company.database.owner.query(
    `insert into entity_contact (organization_id, entity_key, called_on, outcome)
     select id, 'lyon', unnest(array['2021-03-01', '2021-03-08']::date[]), 'reached' from organization`,
  );
  expect((await read()).small).toMatchObject([{ lastCall: { calledOn: '2021-03-08', outcome: 'reached' } }]);
});

it('goes back to a week, and refuses one that is not published', async () => {
  expect((await read(`?week=${weekEnds[8]}`)).freshness).toMatchObject({ weekEnd: weekEnds[8] });
  expect((await company.get('/follow-up?week=2019-01-06')).status).toBe(404);
});
