import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type z } from 'zod';
import { Animation } from '#contract/animation.js';
import { Comparison } from '#contract/comparison.js';
import { Exemplarity } from '#contract/exemplarity.js';
import { FollowUp } from '#contract/follow-up.js';
import { IndicatorRows } from '#contract/indicators.js';
import { daysBetween } from '#domain/calendar/day.js';
import { type Sentence } from '#contract/published.js';
import { say } from '#domain/sentences/say.js';
import { buildActivity } from '#pipeline/activity/build-activity.js';
import { withFileOnDisk } from '#pipeline/import/file-on-disk.js';
import { runImport } from '#pipeline/import/run-import.js';
import { measureAndPublish } from '#pipeline/refresh.js';
import { type DemoOptions } from '../cli/demo/scenario.js';
import { cast } from '../cli/demo/stories.js';
import { writeDemo } from '../cli/demo/write-demo.js';
import { createTestServer, type TestServer } from './testing/test-server.js';

// The demo organisations at the size at which their stories are told.
jest.setTimeout(1_800_000);

/** A demo behind the real api, read through its pages. */
class Told {
  private constructor(
    private readonly server: TestServer,
    private readonly headers: { cookie: string },
  ) {}

  /** `weeksBack`: the Sundays to publish, in weeks before the last; the others stay uncounted. */
  static async of(options: DemoOptions, isRead: (weeksBack: number) => boolean): Promise<Told> {
    const server = await createTestServer();
    const organizationId = await server.organization('demo', { timezone: 'Europe/Paris' });
    const work = await server.database.as('work');
    const folder = await mkdtemp(join(tmpdir(), 'essor-stories-'));
    const now = new Date(`${options.until}T12:00:00Z`);
    now.setUTCDate(now.getUTCDate() + 3);
    for (const { kind, path } of await writeDemo(folder, options)) {
      const report = await withFileOnDisk(path, (input) =>
        runImport(work, {
          ...{ organizationId, kind, fileName: basename(path), input, now },
          settings: { source: 'demo', completeThrough: kind === 'events' ? options.until : null },
        }),
      );
      expect(report).toMatchObject({ state: 'done', rejected: 0 });
    }
    await rm(folder, { recursive: true });
    await buildActivity(work, organizationId);
    const { owner } = server.database;
    const marked = await owner.query<{ sunday: string }[]>(`select distinct week_end as sunday from dirty_week`);
    const leftOut = marked
      .map(({ sunday }) => sunday)
      .filter((sunday) => !isRead(daysBetween(sunday, options.until) / 7));
    // What is counted already waits for nothing.
    await owner.query(
      `insert into mask (organization_id, week_end, nodes, counted_at, k)
       select id, unnest($2::date[]), '[]', now(), k from organization where id = $1`,
      [organizationId, leftOut],
    );
    await owner.query(`delete from dirty_week where week_end = any($1)`, [leftOut]);
    // A server that runs for a while does it by itself.
    await owner.query('analyze');
    await measureAndPublish(work, organizationId, now);
    const headers = await server.signedIn((await server.account('consultant', ['demo'])).id);
    return new Told(server, headers);
  }

  get(path: string) {
    return this.server.app.inject({ method: 'GET', url: `/v1/organizations/demo${path}`, headers: this.headers });
  }

  async read<T>(path: string, shape: z.ZodType<T>): Promise<T> {
    return shape.parse((await this.get(path)).json());
  }

  close = () => this.server.close();
}

const keyOf = (sentence: Sentence | null) => sentence?.key ?? null;

describe('the stories of the international demo are found by the product', () => {
  let demo: Told;
  beforeAll(async () => {
    demo = await Told.of({ scenario: 'international', until: '2026-11-15' }, () => true);
  });
  afterAll(() => demo.close());
  const who = cast.international;

  it('the stalled entity raises the only alert, with what was expected of it', async () => {
    const { alerts } = await demo.read('/follow-up', FollowUp);
    expect(alerts.map(({ cause, entities }) => [cause, entities.map(({ place }) => place)])).toEqual([
      ['entity', [who.stalled]],
    ]);
    const last = alerts[0]?.entities[0]?.weeks.at(-1);
    expect(last!.share).toBeLessThan(last!.expected!.low);
  });

  it('the webinar that worked is told from the one that did not', async () => {
    const { actions } = await demo.read('/animation', Animation);
    const effectAt = (name: string) => actions.find(({ entities }) => entities.includes(name))?.effect;
    const [worked, failed] = [effectAt('Hambourg'), effectAt('Wrocław')];
    expect([worked?.verdict, failed?.verdict]).toEqual(['up', 'cannot_tell']);
    const ends = (effect: typeof worked) => (effect && 'effect' in effect ? effect.effect : null);
    expect(ends(worked)!.low).toBeGreaterThan(0);
    expect(ends(failed)!.low).toBeLessThan(0);
    expect(ends(failed)!.high).toBeGreaterThan(0);
  });

  it('what comes back is told with the group in which it does', async () => {
    const { appointments } = await demo.read('/animation', Animation);
    expect(appointments.map(({ group }) => group).sort()).toEqual([
      ...['Actualités', 'Actualités', 'Communauté métier – Ventes'],
    ]);
  });

  it('the level that answers everything is shown as such', async () => {
    // Levels below 200 people speak at the end of a four-week block.
    const { voice } = await demo.read('/exemplarity?week=2026-10-25', Exemplarity);
    const single = voice?.levels.filter(({ key }) => key !== 'managers') ?? [];
    expect(single.length).toBeGreaterThan(2);
    expect(single.filter(({ zone }) => zone === 'omnipresent').map(({ key }) => key)).toEqual([
      `level-${who.omnipresentLevel}`,
    ]);
  });

  it('the headquarters are one site, whatever its departments: no test sets them against the pilot', async () => {
    const page = await demo.read('/comparison?compare=wave:W2-PILOTE,wave:W4-SIEGE&indicator=K20', Comparison);
    const { reach, difference } = page.latest!;
    // Person by person the gap would be certain; four sites against one cannot say so.
    expect(difference.low).toBeGreaterThan(0);
    expect(reach).toMatchObject({ refusal: 'one_site', unit: 'site', clusters: [4, 1], p: null, corrected: null });
    expect([keyOf(page.reach), keyOf(page.settle)]).toEqual([
      ...['comparison.refused_one_site', 'comparison.settle_beyond'],
    ]);
  });
});

describe('the Cnam scenario meets what was published of it, and refuses what cannot be said', () => {
  // Five thousand people say it already: smaller, chance alone moves the figures by more than a point. About two minutes.
  // Of the weeks only those that are compared are counted: Sundays so many weeks before the last.
  const [opened, halfway] = [48, 31];
  let demo: Told;
  beforeAll(async () => {
    demo = await Told.of({ scenario: 'cnam', people: 5000, until: '2020-12-27' }, (back) =>
      [0, halfway, opened].includes(back),
    );
  });
  afterAll(() => demo.close());

  it.each([
    ['K03', 0.6],
    ['K20', 0.17],
  ])('%s over a year is within a point of %d', async (key, published) => {
    const { rows } = await demo.read(
      `/indicators?keys=${key}&by=organisation&window=365&to=2020-12-27&from=2020-12-27`,
      IndicatorRows,
    );
    expect(rows).toMatchObject([{ indicator: key, periodEnd: '2020-12-27', shown: 'value' }]);
    expect(Math.abs(rows[0]!.value! - published)).toBeLessThan(0.01);
  });

  it('71 % of the respondents cannot describe everyone', async () => {
    const { daily } = await demo.read('/animation', Animation);
    expect(daily?.declared.value).toBeCloseTo(0.71, 1);
    expect(daily?.verdict).toBe('impossible');
  });

  it.each([
    ['of the usual pair', ''],
    ['with a wave that opened in the lockdown', '&compare=wave:W1-PILOTE,wave:W6-MAI'],
    [
      'with one that had opened before it, week by week since the launch',
      '&compare=wave:W1-PILOTE,wave:W2-JANVIER&window=7',
    ],
  ])('the lockdown forbids the naive comparison of pilot and rollout: %s', async (_, sides) => {
    const page = await demo.read(`/comparison?indicator=K20${sides}`, Comparison);
    const [pilot, rollout] = page.series;
    expect([pilot?.key, rollout?.key.slice(0, 1)]).toEqual(['W1-PILOTE', 'W']);
    expect(page.latest?.reach).toMatchObject({ refusal: 'shock', shock: 'Confinement', p: null, corrected: null });
    // What was seen is said all the same.
    expect(page.latest?.difference.value).not.toBe(0);
    expect([page.observed, page.reach, page.settle].map(keyOf)).toEqual([
      ...['comparison.observed', 'comparison.refused_shock', 'comparison.settle_calendar'],
    ]);
    const said = (['fr', 'en'] as const).map((language) => say(page.reach, language));
    expect(said[0]).toMatch(/Confinement.+n’a pas touché les deux côtés de la même façon/);
    expect(said[1]).toMatch(/Confinement.+did not hit both sides alike/);
  });

  it('the lockdown forbids a difference in differences with a wave that opened meanwhile', async () => {
    const query = 'compare=wave:W1-PILOTE,wave:W3-FEVRIER&align=calendar&indicator=K20&since=2020-01-26';
    const { change } = await demo.read(`/comparison?${query}`, Comparison);
    expect(change).toMatchObject({ from: '2020-01-26', to: '2020-12-27', refusal: 'shock', difference: null });
    const asked = await demo.get(`/comparison?${query}&method=difference_in_differences`);
    expect([asked.statusCode, asked.json<{ code: string }>().code]).toEqual([422, 'method_refused']);
  });
});
