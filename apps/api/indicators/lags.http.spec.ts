import { Lags } from '#contract/lags.js';
import { lastWeek, publishedCompany, type PublishedCompany } from '../testing/published-company.js';
import { IndicatorsModule } from './indicators.module.js';

let company: PublishedCompany;
beforeAll(async () => {
  company = await publishedCompany([IndicatorsModule]);
});
afterAll(() => company.close());

const lags = async (query = '') => Lags.parse((await company.get(`/lags?${query}`)).json());

test('nothing is known before the first publication', async () => {
  expect(await lags()).toEqual({
    kind: 'adoption',
    unit: 'days',
    weekEnd: null,
    dealt: 'entity',
    sides: [],
    test: null,
  });
});

describe('once published', () => {
  // Half of Paris adopts on the twentieth day, a tenth of Rome; the rest are still seen after twelve weeks.
  const bins = (people: number, adopted: number) => [
    { lag: 0, entered: [people, people], events: [0, 0], censored: [0, 0] },
    { lag: 20, entered: [0, 0], events: [adopted, adopted], censored: [0, 0] },
    { lag: 84, entered: [0, 0], events: [0, 0], censored: [people - adopted, people - adopted] },
  ];
  beforeAll(async () => {
    const places = [
      ['acme', null, ['paris', 'rome', 'lyon'], bins(600, 176)],
      ['paris', 'acme', ['paris'], bins(300, 150)],
      ['rome', 'acme', ['rome'], bins(260, 26)],
    ];
    await company.database.owner.query(
      `insert into published_lag (organization_id, kind, node, week_end, position, parent, cells, bins)
       select o.id, 'adoption', p->>0, $1, position, p->>1, array(select jsonb_array_elements_text(p->2)), p->3
         from organization o, jsonb_array_elements($2::jsonb) with ordinality as places(p, position)`,
      [lastWeek, JSON.stringify(places)],
    );
  });

  it('lays the pilot beside the rollout, and puts a side of one site to no test between sites', async () => {
    const answer = await lags();
    expect(answer).toMatchObject({
      weekEnd: lastWeek,
      sides: [
        {
          ...{ key: 'pilot', name: 'Pilote', position: 1, units: 1 },
          curve: {
            people: { low: 300, high: 300 },
            median: { value: 20 },
            points: [{ at: 20, value: 0.5, atRisk: 300 }],
          },
        },
        { key: 'italy', curve: { median: { value: null }, points: [{ value: expect.closeTo(0.1, 10) }] } },
      ],
    });
    expect(answer.test!.p).toBeLessThan(0.001);
    // The pilot is one site: nothing tells what sets it apart from what is particular to it.
    expect(answer.test).toMatchObject({ pOverUnits: null, exact: false });
  });

  it('gives a curve for a place, and says where there is none', async () => {
    const { sides } = await lags('places=acme,lyon');
    expect(sides).toMatchObject([
      { key: 'acme', name: 'Acme', position: null, units: 2, curve: { followUp: 90 } },
      { key: 'lyon', name: 'Lyon', people: 40, units: 0, curve: null, reason: 'too_few' },
    ]);
  });

  it('opens on what is told of the sides, and on what is asked for where it is asked', async () => {
    await company.database.owner.query(
      `insert into published_lag (organization_id, kind, node, week_end, position, parent, cells, bins)
       select id, 'activation', 'lyon', $1, 9, null, '{lyon}', $2 from organization`,
      [lastWeek, JSON.stringify(bins(240, 60))],
    );
    expect(await lags('places=lyon')).toMatchObject({ kind: 'activation', sides: [{ curve: { followUp: 90 } }] });
    expect(await lags('places=lyon&kind=adoption')).toMatchObject({ kind: 'adoption', sides: [{ curve: null }] });
    expect(await lags('places=paris')).toMatchObject({ kind: 'adoption' });
  });

  it('draws a place by its cells, whatever name they are published under', async () => {
    await company.database.owner.query(
      `insert into published_lag (organization_id, kind, node, week_end, position, parent, cells, bins)
       select id, 'first_login', 'italy', $1, 1, null, '{rome}', $2 from organization`,
      [lastWeek, JSON.stringify(bins(260, 26))],
    );
    expect(await lags('places=rome&kind=first_login')).toMatchObject({
      sides: [{ reason: null, curve: { followUp: 90 } }],
    });
    // And the median of the indicator with it: one number, one meaning.
    await company.database.owner.query(
      `insert into published_lag (organization_id, kind, node, week_end, position, parent, cells, bins)
       select id, 'activation', 'italy', $1, 1, null, '{rome}', $2 from organization`,
      [lastWeek, JSON.stringify(bins(260, 200))],
    );
    const median = (await company.get('/indicators?keys=K02b&by=entity&nodes=rome')).json() as { rows: object[] };
    expect(median.rows).toMatchObject([{ slice: 'rome', shown: 'value', value: 20 }]);
  });

  it('refuses what nobody counts', async () => {
    expect((await company.get('/lags?kind=promotion')).status).toBe(400);
  });
});
