import { parse } from 'csv-parse/sync';
import { type DataSource } from 'typeorm';
import { type z } from 'zod';
import { type Ambassadors } from '#contract/ambassadors.js';
import { Animation } from '#contract/animation.js';
import { Cascade } from '#contract/cascade.js';
import { Clients } from '#contract/clients.js';
import { Communities } from '#contract/communities.js';
import { Comparison } from '#contract/comparison.js';
import { Declared } from '#contract/declared.js';
import { Definitions } from '#contract/definitions.js';
import { type Diagnostic } from '#contract/diagnostic.js';
import { Exemplarity } from '#contract/exemplarity.js';
import { FollowUp } from '#contract/follow-up.js';
import { Gate } from '#contract/gate.js';
import { type IndicatorKey, IndicatorRows } from '#contract/indicators.js';
import { Lags } from '#contract/lags.js';
import { Organization, Settings } from '#contract/organization.js';
import { Preparation } from '#contract/preparation.js';
import { type Measured } from '#contract/published.js';
import { Rollout } from '#contract/rollout.js';
import { Summary } from '#contract/summary.js';
import { type Usage } from '#contract/usage.js';
import { placeName } from '#domain/sentences/place-name.js';
import { say } from '#domain/sentences/say.js';
import { written } from '#report/figures.js';
import { pdfText } from '#report/testing/pdf-text.js';
import { createApiToken } from '#storage/access/api-token.js';
import { readIndicators } from '../cli/indicators.command.js';
import { type Installation } from '../cli/installation.js';
import { publishLike } from './testing/cases/clients.js';
import { lastSunday } from './testing/cases/house.js';
import { createHouseServer } from './testing/cases/house-server.js';
import { partOf } from './testing/part-of-zip.js';
import { type TestServer } from './testing/test-server.js';

let server: TestServer;
let headers: { cookie: string };
let pools: { read: DataSource; work: DataSource };

beforeAll(async () => {
  ({ server, headers } = await createHouseServer());
  pools = { read: await server.database.as('read'), work: await server.database.as('work') };
}, 60_000);
afterAll(() => server.close());

const ask = (method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object) =>
  server.app.inject({
    ...{ method, url: `/v1/organizations/house${path}`, headers },
    ...(payload ? { payload } : {}),
  });

async function read<T>(path: string, shape: z.ZodType<T>): Promise<T> {
  const answer = await ask('GET', path);
  expect([path, answer.statusCode]).toEqual([path, 200]);
  return shape.parse(answer.json());
}

async function declare(kind: string, rows: Record<string, string | number | boolean>[]): Promise<void> {
  const answer = Declared.parse((await ask('POST', `/declared/${kind}`, { rows })).json());
  expect(answer).toEqual({ accepted: rows.length, duplicates: 0, rejections: [] });
}

describe('the cases that the product must hold, entered and read back', () => {
  it('Cnam: forerunners are a list of people; pilot and rollout of entities follow', async () => {
    const { waves } = await read('/rollout', Rollout);
    expect(waves.map(({ key, kind, madeOf }) => [key, kind, madeOf])).toEqual([
      ['choice', 'choice', 'people'],
      ['communicators', 'forerunners', 'people'],
      ['pilot', 'pilot', 'entities'],
      ['rollout', 'rollout', 'entities'],
      ['next', 'rollout', 'entities'],
    ]);
    expect(waves.find(({ key }) => key === 'communicators')?.people.planned).toEqual({ low: 30, high: 30 });
    const compared = await read('/comparison?compare=wave:pilot,wave:rollout&indicator=M08.activated', Comparison);
    expect(compared.series.map(({ key }) => key)).toEqual(['pilot', 'rollout']);
  });

  it('Neovia: the slides of a committee tell what the pages tell, number by number', async () => {
    const body = { heldOn: '2026-06-01', participants: ['Directrice'] };
    const { id } = (await ask('POST', '/committees', body)).json<{ id: string }>();
    const item = { kind: 'decision', text: 'Ouvrir la suite', owner: null, dueOn: null, state: 'asked' };
    await ask('POST', `/committees/${id}/items`, item);
    const [summary, rollout] = [await read('/summary', Summary), await read('/rollout', Rollout)];
    const followUp = await read('/follow-up', FollowUp);
    const animation = await read('/animation', Animation);
    const deck = await ask('GET', `/committees/${id}/deck?language=fr`);
    expect([deck.statusCode, deck.headers['content-disposition']]).toEqual([
      200,
      'attachment; filename="house-copil-2026-06-01-fr.pptx"',
    ]);
    const parts = (name: string) => partOf(deck.rawPayload, `ppt/${name}.xml`).then((bytes) => bytes.toString('utf8'));
    const slides = await Promise.all([1, 2, 3, 4, 5].map((page) => parts(`slides/slide${page}`)));
    const written = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&apos;');
    for (const [page, { sentence }] of [summary, rollout, followUp, animation].entries())
      expect(slides[page]).toContain(written(say(sentence, 'fr')));
    for (const { sentence, name } of rollout.waves) {
      expect(slides[1]).toContain(written(name));
      expect(slides[1]).toContain(written(say(sentence, 'fr')));
    }
    expect(slides[4]).toContain('Ouvrir la suite');
    // Behind each picture stand the numbers of the page.
    const values = (chart: string) =>
      [...chart.matchAll(/<c:val>([\s\S]*?)<\/c:val>/g)].map(([, all = '']) =>
        [...all.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => Number(value)),
      );
    const [actual, plan] = values(await parts('charts/chart1'));
    expect(actual).toEqual(summary.curve.flatMap((point) => point.actual ?? []));
    expect(plan).toEqual(summary.curve.flatMap((point) => point.plan ?? []));
    const bars = await parts('charts/chart2');
    const drawn = rollout.waves.filter(({ name }) => bars.includes(`<c:v>${written(name)}</c:v>`));
    expect(drawn.length).toBeGreaterThan(0);
    expect(values(bars)[0]).toEqual(drawn.map(({ activation }) => activation.value));
    expect(values(bars)[1]).toEqual(drawn.map(({ plannedShare }) => plannedShare));
  });

  it('Sponsor: a board on paper tells what its page tells', async () => {
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    const paper = async (board: string) => {
      const answer = await ask('GET', `/${board}.pdf?language=fr`);
      expect([board, answer.statusCode, answer.headers['content-type']]).toEqual([board, 200, 'application/pdf']);
      return pdfText(answer.rawPayload).map(plain);
    };
    const summary = await read('/summary', Summary);
    const [sheet = '', ...more] = await paper('summary');
    expect(more).toEqual([]);
    expect(sheet).toContain(plain(say(summary.sentence, 'fr')));
    for (const point of summary.attention.slice(0, 3)) expect(sheet).toContain(plain(say(point, 'fr')));
    for (const { now } of summary.numbers)
      if (now.shown === 'value') expect(sheet).toContain(plain(written(now, 'fr').value));
    const rollout = await read('/rollout', Rollout);
    const pages = (await paper('rollout')).join(' ');
    for (const { name, sentence } of rollout.waves) {
      expect(pages).toContain(name);
      expect(pages).toContain(plain(say(sentence, 'fr')));
    }
    const { nodes } = await read('', Organization);
    const entities = (await paper('entities')).join(' ');
    for (const node of nodes) expect(entities).toContain(plain(placeName(node, 'fr')));
    const exemplarity = await read('/exemplarity', Exemplarity);
    expect((await paper('exemplarity')).join(' ')).toContain(plain(say(exemplarity.sentence, 'fr')));
    const comparison = await read('/comparison', Comparison);
    const compared = (await paper('comparison')).join(' ');
    for (const sentence of [comparison.observed, comparison.settle])
      expect(compared).toContain(plain(say(sentence, 'fr')));
  });

  it('Cnam: a lockdown forbids the naive comparison of pilot and rollout, and is named in both languages', async () => {
    const naive = '/comparison?compare=wave:pilot,wave:rollout&indicator=K20&window=7&since=2026-03-29';
    const refusalsOf = ({ latest, change }: Comparison) => [latest?.reach.refusal, change?.refusal];
    expect(refusalsOf(await read(naive, Comparison))).not.toContain('shock');
    await declare('shocks', [{ shock_id: 'lockdown', name: 'Confinement', from: '2026-04-20', to: '2026-05-10' }]);
    const refused = await read(naive, Comparison);
    // It reached both: the pilot in its sixth week, the rollout in its fourth; between both Sundays only one was open before.
    expect(refusalsOf(refused)).toEqual(['shock', 'shock']);
    expect([refused.latest?.reach.p, refused.latest?.reach.corrected, refused.change?.difference]).toEqual([
      null,
      null,
      null,
    ]);
    expect([refused.observed, refused.reach, refused.settle].map(({ key }) => key)).toEqual([
      ...['comparison.observed', 'comparison.refused_shock', 'comparison.settle_calendar'],
    ]);
    const [fr, en] = (['fr', 'en'] as const).map((language) => say(refused.reach, language));
    expect(fr).toMatch(/Confinement.+n’a pas touché les deux côtés de la même façon/);
    expect(en).toMatch(/Confinement.+did not hit both sides alike/);
    const asked = await ask('GET', `${naive}&method=difference_in_differences`);
    expect([asked.statusCode, asked.json<{ code: string }>().code]).toEqual([422, 'method_refused']);
    // On the calendar both stayed at home on the same days.
    expect(refusalsOf(await read(`${naive}&align=calendar`, Comparison))[0]).not.toBe('shock');
    expect((await ask('POST', '/declared/shocks/withdrawal', { keys: [{ key: 'lockdown' }] })).statusCode).toBe(200);
  });

  it('Cnam: a trade community is in month 4 of 6', async () => {
    const { communities } = await read('/communities', Communities);
    expect(communities.find(({ key }) => key === 'quality')).toMatchObject({
      ...{ name: 'Métier qualité', kind: 'trade', month: 4, plannedMonths: 6 },
    });
  });

  it('Cnam: the house says organisme and liam', async () => {
    const houseWords = { network: 'liam', entity: 'organisme', entities: 'organismes' };
    expect(Settings.parse((await ask('PATCH', '/settings', { houseWords })).json())).toEqual({
      houseWords,
      active: null,
    });
    expect((await read('', Organization)).houseWords).toEqual(houseWords);
  });

  it('a project manager says on which day a module was declared, and takes it back; not a day to come', async () => {
    const declare = (module: string, declaredOn: string | null) =>
      server.app.inject({
        ...{ method: 'PUT', url: `/v1/organizations/house/modules/${module}`, headers, payload: { declaredOn } },
      });
    const before = (await read('', Organization)).modules;
    expect((await declare('rhythm', '2026-01-05')).json()).toEqual({ modules: { ...before, rhythm: '2026-01-05' } });
    expect((await declare('rhythm', null)).json()).toEqual({ modules: before });
    expect((await declare('rhythm', '2999-01-01')).statusCode).toBe(400);
    expect((await declare('names', '2026-01-05')).statusCode).toBe(400);
    const traces = await server.database.owner.query<{ detail: object }[]>(
      `select detail from audit where action = 'module_declared' order by id`,
    );
    expect(traces.map(({ detail }) => detail)).toEqual([
      { module: 'rhythm', declaredOn: '2026-01-05' },
      { module: 'rhythm', declaredOn: null },
    ]);
  });

  it('Cnam: the survey is repeated in the same words, and compared', async () => {
    const { surveys } = await read('/animation', Animation);
    const daily = surveys.filter(({ question }) => question === 'daily');
    expect(daily.map(({ survey, respondents }) => [survey, respondents])).toEqual([
      ['s2', 160],
      ['s1', 160],
    ]);
    expect(daily[0]?.change).toMatchObject({ since: '2025-12-15', paired: false });
    // Air answered three times as often as Sea, with 4 in 5 against 1 in 4: weighted to 141 and 120 people it is less.
    const { share, weighted } = daily[0]!;
    expect(share.value).toBeCloseTo(0.66, 1);
    expect(weighted?.value).toBeCloseTo((141 * 0.8 + 120 * 0.25) / 261, 1);
    expect(weighted!.value).toBeLessThan(share.value! - 0.05);
    expect(weighted!.effectiveN).toBeLessThan(160);
    expect(weighted?.covered).toBe(1);
  });

  it('Saegus: what holds people back is named place by place, where all that is published bears it', async () => {
    const { barriers } = await read('/animation', Animation);
    expect(barriers).toMatchObject({ survey: 's2', askedOn: '2026-05-04' });
    const said = new Map(barriers?.places.map((place) => [place.key, place]));
    // Air would, and does not know how; Sea would rather not.
    expect(said.get('air')).toMatchObject({ verdict: 'barrier', element: 'knowledge', n: { low: 120, high: 120 } });
    expect(said.get('sea')).toMatchObject({ verdict: 'barrier', element: 'desire' });
    for (const { verdict, mean, doubt } of said.values()) {
      expect(doubt === null).toBe(verdict !== 'unknown');
      if (verdict === 'barrier') expect(mean?.high).toBeLessThanOrEqual(3);
    }
  });

  it('Lecko: e-mail is read beside its published baseline, and is the same share as among the surveys', async () => {
    const { email, surveys } = await read('/animation', Animation);
    expect(email).toMatchObject({ question: 'mail', askedOn: '2026-05-04', benchmark: 'B18', baseline: 0.64 });
    const [whole, ...places] = email!.places;
    expect(whole?.share).toEqual(surveys.find(({ question }) => question === 'mail')?.share);
    expect(whole?.share.denominator).toEqual({ low: 160, high: 160 });
    expect(whole?.gap?.value).toBeCloseTo(whole!.share.value! - 0.64, 10);
    expect(places.map(({ name }) => name)).toEqual(expect.arrayContaining(['Air', 'Sea']));
  });

  it('Neovia: a site is a mini-project with its people, dates and means', async () => {
    const project = {
      ...{ local_director: 'Direction de Lyon', business_lead: 'Responsable métier', hr_lead: 'RH de Lyon' },
      ...{ contact: 'Accueil', kick_off: '2026-04-02', language: 'fr', budget: 12_000, days: 15 },
    };
    await declare('projects', [{ entity: 'air_lyon', ...project }]);
    await declare('governance', [{ item: 'charter', state: 'done', date: '2026-04-01', scope: 'air_lyon' }]);
    expect((await read('/rollout/preparation', Preparation)).sites).toEqual([
      {
        ...{ entity: 'air_lyon', name: 'air_lyon', localDirector: 'Direction de Lyon' },
        ...{ businessLead: 'Responsable métier', hrLead: 'RH de Lyon', contact: 'Accueil' },
        ...{ kickOff: '2026-04-02', language: 'fr', budget: 12_000, days: 15 },
        items: [{ item: 'charter', state: 'done' }],
      },
    ]);
  });

  it('Foncia: a sponsor is named; profiles are told day by day to the fourteenth, from 200 people on', async () => {
    const { rules } = await read('/gate', Gate);
    expect(rules.find(({ rule }) => rule === 'sponsor')?.light).toBe('green');
    const { sides, unit } = await read('/lags?kind=activation&places=group', Lags);
    expect(unit).toBe('days');
    const curve = sides[0]?.curve;
    expect(curve?.people).toEqual({ low: 220, high: 220 });
    const by = (day: number) => curve?.points.findLast(({ at }) => at <= day)?.value ?? 0;
    // Six or seven of twelve days, of the nine people in ten who come.
    expect(by(7)).toBeGreaterThan(0.45);
    expect(by(7)).toBeLessThan(0.65);
    expect(by(14)).toBeCloseTo(0.9, 1);
    const alone = await read('/lags?kind=activation&places=air_lyon', Lags);
    expect(alone.sides[0]?.curve ?? null).toBeNull();
  });

  it('KLM: declared before beside measured since, and a pattern repeated on another line', async () => {
    const said = { tag: 'defect', replaced_on: '2026-03-16', before_hours: 216, source: 'Ancien formulaire' };
    await declare('processes', [
      { process_id: 'cabin', name: 'Défauts cabine', group: 'cabin', ...said },
      { process_id: 'engines', name: 'Défauts moteurs', group: 'engines', copied_from: 'cabin' },
    ]);
    const { processes } = await read('/communities', Communities);
    const [cabin, engines] = processes;
    expect(cabin).toMatchObject({ groupName: 'Signalements cabine', tag: 'defect', beforeHours: 216 });
    // Ninety-seven hours: in the bin from 96 on.
    expect(cabin?.afterHours).toBeGreaterThanOrEqual(96);
    expect(cabin?.afterHours).toBeLessThanOrEqual(120);
    expect(cabin?.ratio).toBeCloseTo(cabin!.afterHours! / 216, 10);
    expect(engines).toMatchObject({ copiedFrom: 'Défauts cabine', beforeHours: null, ratio: null });
  });

  it('Air France–KLM: what the house calls active, of both companies, beside the standard figures', async () => {
    const before = await read('/summary', Summary);
    expect(before.active).toBeNull();
    const active = { indicator: 'K04.act.share', window: 28, label: 'Actifs maison' };
    expect((await ask('PATCH', '/settings', { active })).statusCode).toBe(200);
    const after = await read('/summary', Summary);
    expect(after.numbers).toEqual(before.numbers);
    expect(after.active).toMatchObject({ definition: active, number: { key: 'K04.act.share', window: 28 } });
    expect(after.active?.places.map(({ name, headcount }) => [name, headcount]).sort()).toEqual([
      ['Air', 141],
      ['Sea', 120],
    ]);
    const refused = await ask('PATCH', '/settings', { active: { ...active, indicator: 'K60' } });
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([400, 'invalid_request']);
    const never = await ask('PATCH', '/settings', { active: { ...active, indicator: 'K06', window: 365 } });
    expect(never.statusCode).toBe(400);
  });

  it('Nexity and Fiafec: who took part in the choice, what was tried, on which scenario, and what was chosen', async () => {
    const trial = { scenario: 'Préparer une réunion à distance', date: '2026-02-02' };
    await declare('trials', [
      ...['A', 'B', 'C'].map((tool) => ({
        ...{ trial_id: `nexity-${tool}`, tool, participants: 70, headcount: 7000, score: 12, ...trial },
      })),
      { trial_id: 'nexity-D', tool: 'D', participants: 70, headcount: 7000, score: 16, chosen: true, ...trial },
      { trial_id: 'fiafec', tool: 'E', participants: 17, headcount: 210 },
    ]);
    const { trials } = await read('/rollout/preparation', Preparation);
    expect(trials).toHaveLength(5);
    expect(trials[0]).toMatchObject({ tool: 'D', chosen: true, share: 0.01, scenario: trial.scenario });
    expect(trials.find(({ key }) => key === 'fiafec')?.share).toBeCloseTo(0.081, 3);
    const { waves } = await read('', Organization);
    expect(waves.find(({ kind }) => kind === 'choice')).toMatchObject({ madeOf: 'people', members: 17 });
  });

  it('Lecko: its benchmarks, and a plan of appointments with a named animator and time allotted', async () => {
    await declare('appointments', [
      {
        appointment_id: 'digest',
        name: 'Brèves',
        every: 'week',
        animator: 'Communication',
        hours: 6,
        group: 'quality',
      },
    ]);
    const { appointments } = await read('/animation', Animation);
    expect(appointments).toEqual([
      {
        ...{ key: 'digest', name: 'Brèves', every: 'week', animator: 'Communication', hours: 6 },
        ...{ group: 'Métier qualité', startsOn: null, endsOn: null },
      },
    ]);
    const definitions = await server.app.inject({ method: 'GET', url: '/v1/definitions', headers });
    const { benchmarks } = Definitions.parse(definitions.json());
    expect(benchmarks.filter(({ population }) => population.who.fr.startsWith('Lecko')).length).toBeGreaterThan(2);
  });

  it('Voirin: head of communities, animators and relays, and who supports whom', async () => {
    const { steps } = await read('/communities/cascade', Cascade);
    expect(steps.map(({ role, name, supportedBy }) => [role, name, supportedBy.map((one) => one.name)])).toEqual([
      ['head', 'air_paris-1', []],
      ['animator', 'air_lyon-1', ['air_paris-1']],
      ['relay', 'air_lyon-2', ['air_lyon-1']],
      ['relay', 'sea_ams-3', ['air_paris-1']],
    ]);
  });
});

/** The same figure as two pages show it: page, and where on it. */
interface Walk {
  key: IndicatorKey;
  by: 'organisation' | 'entity' | 'wave';
  slice: string;
  /** Days; null for a state. */
  window: number | null;
  /** Sunday that is asked for; the last one without it. */
  week?: string;
  /** Sunday that the figure speaks of: that one, unless small places publish at the end of a block only. */
  asOf?: string;
  pages: Record<string, (page: never) => Measured | null | undefined>;
  /** Day that a page tells beside the figure, where it tells one. */
  dayOn?: Record<string, (page: never) => string | null | undefined>;
}

const waveOf = (key: string, { waves }: Rollout) => waves.find((one) => one.key === key);
const wave = (key: string) => (page: Rollout) => waveOf(key, page)?.activation;
const invited = (page: Diagnostic) =>
  page.errors.flatMap(({ findings }) => findings).find(({ signal }) => signal === 'K01');
const periods = (key: IndicatorKey) =>
  `/comparison?indicator=${key}&compare=period:${lastSunday},period:2026-04-12&week=${lastSunday}`;
const newerPeriod = (page: Comparison) => page.latest?.first.rate;
/** Both counts are declared: exact wherever they are told. */
const declaredShares: readonly IndicatorKey[] = ['K01', 'M08.invited', 'K60'];
const walks: Walk[] = [
  {
    ...{ key: 'K03b', by: 'organisation', slice: 'house', window: 28 },
    pages: {
      '/summary': (page: Summary) => page.numbers[1]?.now,
      '/usage': (page: Usage) => page.figures.connection,
      [periods('K03b')]: newerPeriod,
    },
  },
  {
    ...{ key: 'K20', by: 'organisation', slice: 'house', window: 28 },
    pages: {
      '/summary': (page: Summary) => page.numbers[2]?.now,
      '/usage': (page: Usage) => page.figures.engagement,
      [periods('K20')]: newerPeriod,
    },
  },
  {
    ...{ key: 'K12', by: 'entity', slice: 'air', window: 84 },
    pages: { '/usage?node=air': (page: Usage) => page.figures.habitual },
  },
  {
    ...{ key: 'K20', by: 'entity', slice: 'air_paris', window: 28 },
    pages: { '/usage?node=air_paris': (page: Usage) => page.figures.engagement },
  },
  { ...{ key: 'K08', by: 'wave', slice: 'pilot', window: null }, pages: { '/rollout': wave('pilot') } },
  { ...{ key: 'K08', by: 'wave', slice: 'rollout', window: null }, pages: { '/rollout': wave('rollout') } },
  {
    ...{ key: 'K26', by: 'organisation', slice: 'house', window: 28 },
    pages: { '/communities': (page: Communities) => page.figures.K26 },
  },
  {
    ...{ key: 'K60', by: 'organisation', slice: 'house', window: null },
    pages: { '/ambassadors': (page: Ambassadors) => page.overall?.coverage },
  },
  {
    ...{ key: 'K07', by: 'organisation', slice: 'house', window: 28 },
    pages: { '/animation': (page: Animation) => page.daily?.observed },
  },
  {
    ...{ key: 'K04.act.share', by: 'organisation', slice: 'house', window: 28 },
    pages: { '/summary': (page: Summary) => page.active?.number.now },
  },
  {
    ...{ key: 'K01', by: 'organisation', slice: 'house', window: null },
    pages: { '/diagnostic': (page: Diagnostic) => invited(page)?.measured },
    dayOn: { '/diagnostic': (page: Diagnostic) => invited(page)?.day },
  },
  {
    ...{ key: 'K01', by: 'wave', slice: 'pilot', window: null },
    pages: { '/diagnostic?scope=wave:pilot': (page: Diagnostic) => invited(page)?.measured },
  },
  {
    ...{ key: 'M08.invited', by: 'wave', slice: 'rollout', window: null },
    pages: {
      '/rollout': (page: Rollout) => waveOf('rollout', page)?.funnel.find(({ step }) => step === 'invited')?.ofPlanned,
    },
  },
  {
    ...{ key: 'K08', by: 'wave', slice: 'rollout', window: null, week: '2026-05-03', asOf: '2026-04-12' },
    pages: { '/rollout?week=2026-05-03': wave('rollout') },
    dayOn: { '/rollout?week=2026-05-03': (page: Rollout) => waveOf('rollout', page)?.asOf },
  },
];

const walked: (string | undefined)[] = [];

describe('one number, one meaning', () => {
  it.each(walks)(
    '$key of $slice is the same on its pages, in the API, in a CSV and on the command line',
    async (walk) => {
      const { key, by, slice, window, pages, dayOn = {}, week = lastSunday, asOf = week } = walk;
      const query = `keys=${key}&by=${by}${window === null ? '' : `&window=${window}`}&to=${week}&latest=true`;
      const { rows } = await read(`/indicators?${query}`, IndicatorRows);
      const row = rows.find((one) => one.slice === slice);
      expect(row).toMatchObject({ periodEnd: asOf, indicator: key });
      const told = figuresOf(row);
      walked.push(told.shown);
      for (const [path, find] of Object.entries(pages)) {
        const page: unknown = (await ask('GET', path)).json();
        expect([path, figuresOf((find as (page: unknown) => Measured)(page))]).toEqual([path, told]);
        const day = dayOn[path] as ((page: unknown) => string) | undefined;
        if (day) expect([path, day(page)]).toEqual([path, asOf]);
      }
      if (declaredShares.includes(key)) {
        for (const count of [told.numerator, told.denominator]) expect(count?.low).toBe(count?.high);
        expect(told.shown).toBe('value');
      }
      const csv = parse<Record<string, string>>((await ask('GET', `/indicators/export.csv?${query}`)).body, {
        ...{ bom: true, columns: true },
      });
      const line = csv.find((one) => one.slice === slice);
      const interval = (name: string) =>
        line?.[`${name}_low`] ? { low: Number(line[`${name}_low`]), high: Number(line[`${name}_high`]) } : null;
      const number = (name: string) => (line?.[name] ? Number(line[name]) : null);
      expect({
        ...{ numerator: interval('numerator'), denominator: interval('denominator'), shown: line?.shown },
        ...{ value: number('value'), low: number('low'), high: number('high') },
      }).toEqual(told);
      expect(line?.period_end).toBe(asOf);
      expect(await onTheCommandLine({ key, by, slice, window, asOf })).toEqual(told);
    },
  );

  it('says something: most of the figures walked are shown', () => {
    expect(walked).toHaveLength(walks.length);
    expect(walked.filter((shown) => shown === 'value').length).toBeGreaterThan(walks.length / 2);
  });
});

describe('a consultant of several organisations', () => {
  const clientsOf = async (account: string, query = '') => {
    const url = `/v1/clients${query}`;
    return server.app.inject({ method: 'GET', url, headers: await server.signedIn(account) });
  };
  let consultant: string;
  let house: string;

  beforeAll(async () => {
    const { owner } = server.database;
    const [row] = await owner.query<[{ id: string }]>(`select id from organization where slug = 'house'`);
    house = row.id;
    const reading = ['late', 'empty', 'gated'];
    for (const slug of [...reading, 'local', 'closed'])
      if (slug !== 'empty')
        await publishLike(owner, house, await server.organization(slug, slug === 'gated' ? { class: 'personal' } : {}));
      else await server.organization(slug);
    const id = `(select id from organization where slug = $1)`;
    await owner.query(`update wave set actual_start = actual_start + 28 where organization_id = ${id}`, ['late']);
    await owner.query(`delete from consultation where organization_id = ${id}`, ['gated']);
    await owner.query(`delete from gate_override where organization_id = ${id}`, ['gated']);
    const memberships = [
      ...['house', ...reading].map((organization) => ({ organization, role: 'consultant' as const, scope: null })),
      { organization: 'local', role: 'project_manager' as const, scope: 'air_paris' },
      { organization: 'closed', role: 'sponsor' as const, scope: null },
    ];
    consultant = (await server.account('sponsor', [], memberships)).id;
  });

  it('reads whole organisations where the role may, and of the others why not, without a figure', async () => {
    const { clients } = Clients.parse((await clientsOf(consultant)).json());
    expect(clients.map(({ slug, untold }) => [slug, untold])).toEqual([
      ['house', null],
      ['late', null],
      ['closed', 'role'],
      ['empty', 'unpublished'],
      ['gated', 'purpose'],
      ['local', 'scope'],
    ]);
    expect(clients.map(({ series }) => (series?.points.length ?? 0) > 0)).toEqual([
      true,
      true,
      ...Array(4).fill(false),
    ]);
    const [first, second] = clients.map(({ series }) => series!);
    expect(second!.launch! > first!.launch!).toBe(true);
  });

  it('is told by the comparison of two organisations what that tells, and nothing else', async () => {
    const compare = 'compare=organisation:house,organisation:late';
    const { clients, compared } = Clients.parse((await clientsOf(consultant, `?${compare}`)).json());
    const url = `/v1/organizations/house/comparison?${compare}&indicator=K20`;
    const answer = await server.app.inject({ method: 'GET', url, headers: await server.signedIn(consultant) });
    expect(compared).toEqual(Comparison.parse(answer.json()));
    // How alike people of a site are is known of a pair only.
    const plain = compared?.series.map((one) => ({
      ...one,
      points: one.points.map((point) => ({ ...point, betweenSites: null })),
    }));
    expect(clients.slice(0, 2).map(({ series }) => series)).toEqual(plain);
    expect(compared?.latest?.first.week).toBe(compared?.latest?.second.week);
  });

  it('is refused the same whether an organisation is closed to them or does not exist', async () => {
    for (const slug of ['theirs', 'nowhere', 'local', 'closed']) {
      const answer = await clientsOf(consultant, `?compare=organisation:house,organisation:${slug}`);
      expect([slug, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
        slug,
        404,
        'unknown_organization',
      ]);
    }
  });

  it('reads to the last byte the same, whatever is published of organisations of which they are no member', async () => {
    const before = (await clientsOf(consultant)).body;
    const asked = (await clientsOf(consultant, '?indicator=K08')).body;
    await publishLike(server.database.owner, house, await server.organization('theirs'));
    expect((await clientsOf(consultant)).body).toBe(before);
    expect((await clientsOf(consultant, '?indicator=K08')).body).toBe(asked);
    expect(before).not.toContain('theirs');
  });

  it('tells a program no more than its token opens', async () => {
    const wanted = { name: 'reader', role: 'sponsor' as const, days: 1 };
    const { token } = await createApiToken(server.database.owner, consultant, wanted);
    const headers = { authorization: `Bearer ${token}` };
    const answer = await server.app.inject({ method: 'GET', url: '/v1/clients', headers });
    const { clients, compared } = Clients.parse(answer.json());
    expect([...new Set(clients.map(({ untold }) => untold))]).toEqual(['role']);
    expect(compared).toBeNull();
  });
});

const figuresOf = (measured: Measured | null | undefined) => ({
  ...{ numerator: measured?.numerator ?? null, denominator: measured?.denominator ?? null },
  ...{ value: measured?.value ?? null, low: measured?.low ?? null, high: measured?.high ?? null },
  shown: measured?.shown,
});

/** What `essor indicators` prints of one slice. */
async function onTheCommandLine({ key, by, slice, window, asOf = lastSunday }: Omit<Walk, 'pages'>) {
  const printed = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  const installation = { as: (role: 'read' | 'work') => Promise.resolve(pools[role]) } as unknown as Installation;
  await readIndicators(installation, {
    ...{ org: 'house', indicator: key, by, to: asOf, json: true },
    ...(window === null ? {} : { window: String(window) }),
  });
  const [[text] = ['']] = printed.mock.calls;
  printed.mockRestore();
  const rows = JSON.parse(String(text)) as PrintedRow[];
  const row = rows.find((one) => one.slice === slice);
  if (!row) return null;
  const ends = (of: 'numerator' | 'denominator') => {
    const [low, high] = row[`${of}Ends`] ?? [row[of], row[of]];
    return low === null ? null : { low, high };
  };
  const { value, low, high, shown } = row;
  return { numerator: ends('numerator'), denominator: ends('denominator'), value, low, high, shown };
}

type PrintedRow = Record<'value' | 'low' | 'high' | 'numerator' | 'denominator', number | null> &
  Partial<Record<'numeratorEnds' | 'denominatorEnds', [number, number]>> & { slice: string; shown: string };
