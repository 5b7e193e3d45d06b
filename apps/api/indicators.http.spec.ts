import { type Communities } from '#contract/communities.js';
import { Comparison, FunnelPlot } from '#contract/comparison.js';
import { Diagnostic, DiagnosticPlaces } from '#contract/diagnostic.js';
import { Exemplarity } from '#contract/exemplarity.js';
import { IndicatorRows } from '#contract/indicators.js';
import { Rollout } from '#contract/rollout.js';
import { Summary } from '#contract/summary.js';
import { Usage } from '#contract/usage.js';
import { kindIndex } from '#domain/events/kind.js';
import { DiagnosticModule } from './diagnostic/diagnostic.module.js';
import { IndicatorsModule } from './indicators/indicators.module.js';
import { lastWeek, publishedCompany, type PublishedCompany, weekEnds } from './testing/published-company.js';

let company: PublishedCompany;
beforeAll(async () => {
  company = await publishedCompany([IndicatorsModule, DiagnosticModule]);
});
afterAll(() => company.close());

const rows = async (query: string) => {
  const answer = await company.get(`/indicators?${query}`);
  expect(answer.text.slice(0, 300)).not.toContain('problem');
  return IndicatorRows.parse(answer.json());
};

test('the organisation in the last week, with base, interval and freshness', async () => {
  const answer = await rows('keys=K20,K04.act');
  expect(answer.freshness).toMatchObject({ weekEnd: lastWeek, provisional: false });
  expect(answer.rows).toMatchObject([
    {
      indicator: 'K20',
      slice: 'acme',
      node: 'acme',
      periodEnd: lastWeek,
      window: 28,
      value: 111 / 600,
      n: 600,
      note: 'base_invited',
      shown: 'value',
    },
    { indicator: 'K04.act', value: 111, numerator: { low: 111, high: 111 }, denominator: null },
  ]);
  expect(answer.rows[0]?.low).toBeLessThan(111 / 600);
  expect(answer.rows[0]?.high).toBeGreaterThan(111 / 600);
});

test('a range over places: small ones at block ends only, every week over seven days', async () => {
  const range = `from=${weekEnds[8]}&to=${lastWeek}&by=entity&nodes=paris,lyon`;
  const four = (await rows(`keys=K20&${range}`)).rows.map(({ slice, periodEnd }) => `${slice} ${periodEnd}`);
  expect(four.filter((row) => row.startsWith('paris'))).toHaveLength(4);
  expect(four.filter((row) => row.startsWith('lyon'))).toEqual([`lyon ${lastWeek}`]);
  expect((await rows(`keys=K20&window=7&${range}`)).rows).toHaveLength(8);
});

test('the newest of each place looks back to its block end', async () => {
  const { rows: latest } = await rows(`keys=K20&by=entity&to=${weekEnds[10]}&latest=true`);
  expect(latest.map(({ slice, periodEnd, shown }) => [slice, periodEnd, shown])).toEqual([
    ['acme', weekEnds[10], 'value'],
    ['paris', weekEnds[10], 'value'],
    ['rome', weekEnds[10], 'value'],
    ['lyon', weekEnds[7], 'value'],
  ]);
  const [lyon] = (await rows('keys=K20&by=entity&nodes=lyon&latest=true')).rows;
  expect(lyon).toMatchObject({ numerator: { low: 9, high: 11 }, value: 0.25 });
});

test('waves are sums of their places, levels are populations of the whole', async () => {
  expect((await rows('keys=K08&by=wave')).rows.map(({ slice, value }) => [slice, value])).toEqual([
    ['friends', null],
    ['pilot', 1],
    ['italy', 80 / 260],
  ]);
  expect((await rows('keys=K50,K51&by=level')).rows).toMatchObject([
    { indicator: 'K50', slice: 'level-1', value: 0.5 },
    { indicator: 'K51', slice: 'level-1', value: 0.4, against: { numerator: { low: 55, high: 55 } } },
  ]);
});

test('retention carries its cohort and lag', async () => {
  expect((await rows('keys=K11')).rows).toMatchObject([
    {
      indicator: 'K11',
      cohort: '2021-03-08',
      lag: 1,
      periodEnd: lastWeek,
      numerator: { low: 20, high: 22 },
      value: 21 / 40,
    },
  ]);
});

test.each([
  ['keys=K99', 400, 'invalid_request'],
  ['keys=K20&window=30', 400, 'invalid_request'],
  ['keys=K50&window=91', 400, 'window_not_published'],
  ['keys=K20&by=person', 400, 'invalid_request'],
])('%s is refused: %i %s', async (query, status, code) => {
  const answer = await company.get(`/indicators?${query}`);
  expect([answer.status, (answer.json() as { code: string }).code]).toEqual([status, code]);
});

test('the export is the same rows as CSV', async () => {
  const answer = await company.get('/indicators/export.csv?keys=K20');
  expect(answer.type).toBe('text/csv; charset=utf-8');
  const [head, row, end] = answer.text.replace(/^\ufeff/, '').split('\r\n');
  expect(head!.split(',').slice(0, 5)).toEqual(['indicator', 'slice', 'node', 'period_end', 'window']);
  expect(row).toMatch(/^K20,acme,acme,2021-03-21,28,,,,111,111,600,600,0\.185,/);
  expect(end).toBe('');
});

test('the diagnostic: what is published decides, and what nobody said stays unknown', async () => {
  const read = async (query = '') => Diagnostic.parse((await company.get(`/diagnostic${query}`)).json());
  const whole = await read();
  const managers = whole.errors.find(({ check }) => check === 'E3');
  expect(managers).toMatchObject({ light: 'green', origin: 'observed', confidence: 'low' });
  expect(managers?.findings[0]).toMatchObject({ signal: 'K50', measured: { value: 0.5, n: 50 }, day: lastWeek });
  expect([whole.errors.length, whole.pillars.length, whole.actions.length]).toEqual([10, 4, 6]);
  expect(whole).toMatchObject({ counts: { red: 0, amber: 0, green: 1, unknown: 9 }, scope: { name: 'Acme' } });
  expect(whole.sentence.key).toBe('diagnostic.green');
  const invited = ({ errors }: Diagnostic) => errors.find(({ check }) => check === 'E4')?.findings[1];
  expect(invited(whole)).toMatchObject({ signal: 'K01', light: 'green', measured: { value: 1 } });
  expect((await read('?scope=wave:italy')).actions.at(-1)).toMatchObject({ check: 'A6', light: 'red' });
  const lyon = await read('?scope=entity:lyon');
  expect(lyon.errors.find(({ check }) => check === 'E3')).toMatchObject({ light: 'unknown' });
  expect(whole.waves.map(({ key, lights }) => [key, lights.E3])).toEqual([
    ['friends', 'unknown'],
    ['pilot', 'unknown'],
    ['italy', 'unknown'],
  ]);
  // The same verdicts place by place: each as its own page says it, and the counts are those of the smallest places.
  const { places, errors, of } = DiagnosticPlaces.parse((await company.get('/diagnostic/places')).json());
  expect(places.find(({ key }) => key === 'lyon')?.lights).toEqual(
    Object.fromEntries(lyon.errors.map(({ check, light }) => [check, light])),
  );
  expect(places.filter(({ kind }) => kind !== 'node')).toHaveLength(of);
  expect(errors.map(({ counts }) => Object.values(counts).reduce((sum, n) => sum + n, 0))).toEqual(
    errors.map(() => of),
  );
  expect((await company.get('/diagnostic?scope=entity:mars')).status).toBe(404);
  expect((await company.get('/diagnostic?scope=mars')).status).toBe(400);
});

test('the rollout: waves, sites, curves and what can be said of them', async () => {
  const rollout = Rollout.parse((await company.get('/rollout')).json());
  const [friends, pilot, italy] = rollout.waves;
  expect([friends?.key, pilot?.key, italy?.key]).toEqual(['friends', 'pilot', 'italy']);
  expect(friends).toMatchObject({
    madeOf: 'people',
    activation: { shown: 'masked' },
    sentence: { key: 'wave.masked' },
  });
  expect(pilot).toMatchObject({
    state: 'reached',
    activation: { value: 1 },
    asOf: lastWeek,
    entities: { planned: 1, opened: 1 },
  });
  expect(italy).toMatchObject({ state: 'open', plannedShare: 1, sentence: { key: 'wave.behind' } });
  expect(italy?.scheduleIndex?.value).toBeCloseTo(80 / 260, 10);
  expect(pilot?.curve).toHaveLength(12);
  expect(rollout.total?.people.planned).toEqual({ low: 560, high: 560 });
  expect(rollout.sites.map(({ node, state, kind, members }) => [node, state, kind, members])).toEqual([
    ['paris', 'reached', 'cell', []],
    ['rome', 'open', 'cell', []],
  ]);
  expect(rollout.sentence.key).toBe('rollout.behind');
});

test('an earlier week is told as it was', async () => {
  const rollout = Rollout.parse((await company.get(`/rollout?week=${weekEnds[3]}`)).json());
  expect(rollout.week).toBe(weekEnds[3]);
  expect(rollout.waves.find(({ key }) => key === 'italy')?.state).toBe('waiting');
  const missing = await company.get('/rollout?week=2015-01-04');
  expect([missing.status, (missing.json() as { code: string }).code]).toEqual([404, 'week_not_published']);
});

test('the comparison aligns both waves on their launch', async () => {
  const comparison = Comparison.parse((await company.get('/comparison')).json());
  expect(comparison.series.map(({ side, points }) => [side, points.length])).toEqual([
    ['wave:pilot', 12],
    ['wave:italy', 8],
  ]);
  expect(comparison.latest).toMatchObject({
    first: { week: 7, rate: { value: 0.2 } },
    second: { week: 7, rate: { value: 0.1 } },
  });
  expect(comparison.latest?.difference.low).toBeGreaterThan(0);
  expect(comparison.latest?.reach).toMatchObject({ refusal: 'one_site', clusters: [1, 1], p: null });
  expect(comparison.reach.key).toBe('comparison.refused_one_site');
  const calendar = Comparison.parse((await company.get('/comparison?compare=italy,pilot&align=calendar')).json());
  expect(calendar.latest?.difference.value).toBeCloseTo(-0.1, 10);
  const earlier = Comparison.parse((await company.get(`/comparison?week=${weekEnds.at(-3)}`)).json());
  expect(earlier.series.map(({ points }) => points.length)).toEqual([10, 6]);
});

test('other sides: places, populations and periods, each with what may be said of it', async () => {
  const read = async (query: string) => Comparison.parse((await company.get(`/comparison?${query}`)).json());
  const places = await read('compare=entity:paris,entity:rome&indicator=K20');
  expect(places.latest?.reach.refusal).toBe('one_site');
  const levels = await read('compare=population:managers,population:others&indicator=K04.act.share');
  expect([levels.align, levels.series.map(({ kind }) => kind)]).toEqual(['calendar', ['population', 'population']]);
  const periods = await read(`compare=period:${lastWeek},period:${weekEnds.at(-5)}`);
  expect(periods.observed.key).toBe('comparison.observed_periods');
  expect((await read('compare=wave:pilot,entity:paris')).latest?.reach.refusal).toBe('overlap');
});

test.each([
  ['compare=person:ada', 400, 'invalid_request'],
  ['method=two_proportions', 422, 'method_refused'],
  ['method=clustered', 422, 'method_refused'],
  ['compare=organisation:elsewhere,organisation:acme', 404, 'unknown_organization'],
])('a comparison by %s is refused: %i %s', async (query, status, code) => {
  const answer = await company.get(`/comparison?${query}`);
  expect([answer.status, (answer.json() as { code: string }).code]).toEqual([status, code]);
});

test('the funnel plot has every place that publishes its rate', async () => {
  const plot = FunnelPlot.parse((await company.get('/funnel-plot?indicator=K20')).json());
  expect(plot.entities.map(({ place }) => place).sort()).toEqual(['lyon', 'paris', 'rome']);
  for (const { value, low, high } of plot.entities) expect(low <= value! && value! <= high && low < high).toBe(true);
  expect(plot.target).toBeGreaterThan(0);
  expect(plot.limits.length).toBeGreaterThan(10);
});

test('exemplarity by level against everyone else', async () => {
  const page = Exemplarity.parse((await company.get('/exemplarity')).json());
  expect(page.overall).toMatchObject({
    key: 'managers',
    people: { low: 50, high: 50 },
    daily: { value: 0.5 },
    tooFew: false,
  });
  expect(page.overall?.gaps.daily?.points.value).toBeCloseTo(0.4, 10);
  expect(page.overall?.gaps.daily?.ratio?.value).toBeCloseTo(5, 10);
  expect(page.levels.map(({ key }) => key)).toEqual(['level-1']);
  expect(page.levelsKnown).toBe(true);
  expect(page.sentence.key).toBe('exemplarity.leads');
  const site = Exemplarity.parse((await company.get('/exemplarity?node=lyon')).json());
  expect(site).toMatchObject({ overall: { tooFew: true }, seeAbove: { node: 'acme', managers: { low: 50 } } });
});

describe('managers in groups', () => {
  const change = (sql: string, values: unknown[] = []) => company.database.owner.query(sql, values);
  const read = async () => Exemplarity.parse((await company.get('/exemplarity')).json());

  test('own-group uplift comes with its enclosure and its interval', async () => {
    const { ownGroups } = await read();
    expect(ownGroups).toMatchObject({
      ...{ state: 'measured', uplift: { value: 8.5, low: 6.46, high: 11.18 }, enclosure: { value: 0.76 } },
      ...{ crossEntity: { shown: 'masked' }, sentence: { key: 'own_groups.closed' } },
    });
  });

  test('the launch is relayed as somebody counted, beside what the log tells', async () => {
    await change(
      `insert into action (organization_id, key, kind, name, state, starts_on, ends_on, audience)
       select id, 'go', 'launch_message', 'Go', 'held', $1, $1, 'everyone' from organization`,
      [lastWeek],
    );
    await change(
      `insert into turnout (organization_id, action_key, entity_key, people, managers) select id, 'go', '', 90, 20 from organization`,
    );
    const { relay } = await read();
    expect(relay).toMatchObject({ measured: { value: null }, declared: { value: 0.4, n: 50 } });
  });

  test('zones follow the thresholds that are set, at once', async () => {
    const group = { messages: [100, 100], joined: [50, 50], manager_messages: [45, 45], manager_weeks: [4, 4] };
    await change(
      `insert into published_community (organization_id, week_end, group_key, facts, counts)
       select id, $1, 'g1', '{"createdOn": null, "owned": null, "described": null}', $2 from organization`,
      [lastWeek, JSON.stringify(group)],
    );
    await change(`update published_week set published_at = now() where week_end = $1`, [lastWeek]);
    const before = (await read()).voice;
    expect(before).toMatchObject({ setAt: null, zones: { omnipresent: 1 }, trend: { verdict: 'cannot_tell' } });
    expect(before?.levels).toMatchObject([
      { key: 'managers', share: { shown: 'masked' }, zone: null },
      // Its interval holds the threshold of 40 %.
      { key: 'level-1', share: { value: 0.45 }, zone: null },
    ]);
    await change(
      `insert into voice_setting (organization_id, first_replies, voice, weeks) select id, 0.5, 0.6, 3 from organization`,
    );
    expect((await read()).voice).toMatchObject({
      ...{ thresholds: { firstReplies: 0.5, voice: 0.6, weeks: 3 }, zones: { omnipresent: 0, present: 1 } },
      ...{ communities: [{ key: 'g1', zone: 'present', voice: 0.45 }], levels: [{ zone: null }, { zone: 'present' }] },
    });
    const communities = (await company.get('/communities')).json() as { communities: { zone: string }[] };
    expect(communities.communities.map(({ zone }) => zone)).toEqual(['present']);
  });

  test('what no source has ever told is not measurable, which is neither hidden nor nothing', async () => {
    const kinds = [0, 2, 3, 4];
    await change(
      `insert into source_evidence (organization_id, source_id, kind, targets, parents, groups)
       select id, 1, kind, true, true, true from organization, unnest($1::smallint[]) as kind`,
      [kinds],
    );
    const { ownGroups, overall } = await read();
    expect(ownGroups).toMatchObject({
      ...{ state: 'unmeasurable', uplift: { shown: 'none', note: 'source_without_creators' } },
      ...{ enclosure: { note: 'source_without_creators' }, sentence: { key: 'own_groups.unmeasurable' } },
    });
    expect(overall?.daily.value).toBe(0.5);
    const rows = IndicatorRows.parse((await company.get('/indicators?keys=K44,K53,K20')).json()).rows;
    expect(rows.map(({ indicator, note }) => [indicator, note])).toEqual([
      ['K44', 'source_without_invitations'],
      ['K53', 'source_without_creators'],
      ['K20', 'base_invited'],
    ]);
    await change(`update source_evidence set kind = 7 where kind = 3`);
    expect((await read()).ownGroups?.state).toBe('measured');
    await change(`delete from source_evidence`);
  });
});

test('the summary: numbers with their change, and what asks for attention', async () => {
  const summary = Summary.parse((await company.get('/summary')).json());
  expect(summary.numbers.map(({ key, trend, beforeEnd }) => [key, trend, beforeEnd])).toEqual([
    ['K08', 'up', weekEnds[7]],
    ['K03b', 'up', weekEnds[7]],
    ['K20', 'up', weekEnds[7]],
  ]);
  expect(summary.sentence.key).toBe('rollout.behind');
  expect(summary.attention.map(({ key, node, wave }) => [key, node ?? wave])).toEqual([
    // Rome stalls: that goes before its wave, and before that nobody is its ambassador.
    ['attention.below_plan', 'rome'],
    ['attention.wave_behind', 'italy'],
  ]);
});

test('the summary: names the source that alone tells who signs in', async () => {
  const change = (sql: string) => company.database.owner.query(sql);
  const connection = async () => Summary.parse((await company.get('/summary')).json()).numbers[1];
  expect((await connection())?.onlyFrom).toEqual([]);
  await change(
    `insert into source (organization_id, id, name, kind) select id, 90 + n, given.name, 'file'
       from organization, (values (1, 'portal'), (2, 'slack')) as given(n, name)`,
  );
  await change(
    `insert into source_evidence (organization_id, source_id, kind, targets, parents, groups)
     select id, source, kind, false, false, false from organization, (values (91, 0), (91, 2), (92, 2)) as told(source, kind)`,
  );
  expect((await connection())?.onlyFrom).toEqual(['portal']);
  await change(`delete from source_evidence`);
  await change(`delete from source where id in (91, 92)`);
});

test('communities: names the source that alone tells what is commented, of those with posts', async () => {
  const change = (sql: string) => company.database.owner.query(sql);
  await change(
    `insert into source (organization_id, id, name, kind) select id, 90 + n, given.name, 'file'
       from organization, (values (1, 'portal'), (2, 'slack'), (3, 'directory')) as given(n, name)`,
  );
  // Posts and comments of both; only one of them links its comments, and the third one tells of signing in alone.
  await change(
    `insert into source_evidence (organization_id, source_id, kind, targets, parents, groups)
     select id, source, told.kind, false, linked, false
       from organization, (values (91, ${kindIndex('post')}, false), (91, ${kindIndex('comment')}, false),
         (92, ${kindIndex('post')}, false), (92, ${kindIndex('comment')}, true), (93, ${kindIndex('login')}, false)
       ) as told(source, kind, linked)`,
  );
  const page = (await company.get('/communities')).json() as Communities;
  expect(page.answersFrom).toEqual(['slack']);
  await change(`delete from source_evidence`);
  await change(`delete from source where id between 91 and 93`);
});

test('usage: the whole, one place, an earlier week; what is published nowhere is absent, a place nobody knows is refused', async () => {
  const page = Usage.parse((await company.get('/usage')).json());
  expect(page).toMatchObject({ week: lastWeek, node: 'acme', freshness: { weekEnd: lastWeek } });
  expect(page.figures).toMatchObject({
    connection: { value: 222 / 600, periodEnd: lastWeek },
    engagement: { value: 111 / 600 },
    habitual: { shown: 'masked' },
  });
  expect(page.ladder?.steps.map(({ key, people }) => [key, people?.low])).toEqual([
    ['invited', 600],
    ['activated', 380],
    ['connected', 380],
    ['engaged', 380],
    ['habitual', undefined],
  ]);
  expect([page.habit, page.personas.filter(({ measured }) => measured.shown === 'value'), page.rhythm]).toEqual([
    [],
    [],
    null,
  ]);
  const lyon = Usage.parse((await company.get('/usage?node=lyon')).json());
  expect(lyon.figures.engagement).toMatchObject({ numerator: { low: 9, high: 11 }, periodEnd: lastWeek });
  expect(Usage.parse((await company.get(`/usage?week=${weekEnds[4]}`)).json()).week).toBe(weekEnds[4]);
  const unknown = await company.get('/usage?node=nowhere');
  expect([unknown.status, (unknown.json() as { code: string }).code]).toEqual([404, 'unknown_node']);
});
