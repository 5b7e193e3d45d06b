import { type IndicatorKey } from '#domain/indicators/catalogue.js';
import { type ExactSlicing } from '#storage/exact/exact.sql.js';
import { exactRows } from './exact/exact-rows.js';
import { proveOrganization } from './proof/prove-organization.js';
import { lastDay, smallOrganisation } from './testing/small-organisation.js';
import { type Numbers, ToldOrganisation } from './testing/told-organisation.js';

const now = new Date('2026-03-18T12:00:00Z');

/** Every number below was counted by hand from `testing/small-organisation.ts`. */
describe('thirty people, ten weeks, two zones', () => {
  let told: ToldOrganisation;
  const ways = {
    counted: (...asked: Parameters<ToldOrganisation['counted']>): Promise<Numbers> => told.counted(...asked),
    published: (...asked: Parameters<ToldOrganisation['counted']>): Promise<Numbers> => told.published(...asked),
  };

  beforeAll(async () => {
    told = await ToldOrganisation.open(smallOrganisation, lastDay, now);
  });
  afterAll(() => told.close());

  describe.each(Object.entries(ways))('%s', (_, numbers) => {
    it('K01: 15 invited (p02–p09, p14, p20–p25) of the 22 of opened waves (Paris 10, New York 11, p14 by name)', async () => {
      expect(await numbers('K01', 'organisation')).toEqual({ all: '15/22' });
      // p10 and p11 were not invited; of Lyon only p14 is in a wave; p20–p25 of eleven.
      expect(await numbers('K01', 'entity')).toMatchObject({ paris: '8/10', lyon: '1/1', newyork: '6/11' });
      expect(await numbers('K01', 'wave')).toEqual({ relays: '2/2', pilot: '8/10', america: '6/11' });
    });

    it('K02: of the four invited on 9 February (due on the 23rd) p21 and p22 were in time, p23 late by nothing, p24 never came', async () => {
      expect(await numbers('K02', 'organisation')).toEqual({ all: '2/4' });
      // Over the year: p14; p02–p09, of whom p02, p03, p05 in time (p07 and p08 later, p04 in March); the four.
      expect(await numbers('K02', 'organisation', '365')).toEqual({ all: '6/13' });
      expect(await numbers('K02', 'entity', '365')).toMatchObject({ paris: '3/8', lyon: '1/1', newyork: '2/4' });
    });

    it('K03: signed in this year, of the 15 invited: p02, p04, p05, p14, p20–p23, p25', async () => {
      expect(await numbers('K03', 'organisation')).toEqual({ all: '9/15' });
      expect(await numbers('K03', 'entity')).toMatchObject({ paris: '3/8', lyon: '1/1', newyork: '5/6' });
    });

    it('K03b: the same without p05, who came in January only', async () => {
      expect(await numbers('K03b', 'organisation')).toEqual({ all: '8/15' });
      expect(await numbers('K03b', 'wave')).toEqual({ relays: '1/2', pilot: '2/8', america: '5/6' });
    });

    it('K04.login: in four weeks p01, p02, p04, p13, p14, p20–p23, p25, p30; in the last p01, p02, p04, p14, p21, p23, p25, p30', async () => {
      expect(await numbers('K04.login', 'organisation')).toEqual({ all: 11 });
      expect(await numbers('K04.login', 'organisation', '7')).toEqual({ all: 8 });
      expect(await numbers('K04.login', 'entity')).toMatchObject({ group: 11, paris: 2, lyon: 2, newyork: 6 });
      expect(await numbers('K04.login', 'level', '7')).toMatchObject({ 'level-0': 1, 'level-1': 2, 'level-2': 0 });
    });

    it('K04.act: p02, p03, p05, p08, p10, p13, p15, p17, p20, p23, p26 and the stranger; in the last week p02, p03, p05, p10, p15 and the stranger', async () => {
      expect(await numbers('K04.act', 'organisation')).toEqual({ all: 12 });
      expect(await numbers('K04.act', 'organisation', '7')).toEqual({ all: 6 });
      expect(await numbers('K04.act', 'entity', '7')).toMatchObject({ paris: 4, lyon: 1, newyork: 0 });
      // 15 February: p07 on the 10th, p21's profile on the 10th; p12, who left on the 16th, only signed in.
      expect(await numbers('K04.act', 'organisation', '7', '2026-02-15')).toEqual({ all: 2 });
      // p12 was still there on the Sunday before leaving.
      expect(await numbers('K04.login', 'entity', '7', '2026-02-15')).toMatchObject({ paris: 1, lyon: 2, newyork: 0 });
    });

    it('K05: 72 working days signed in of 214: five people have 20 in France, six 19 in the United States', async () => {
      // p01 20, p02 16, p04 1, p13 15, p14 4; p20 1 (a Friday in Lyon), p21 15; p22, p23, p25 and p30 at weekends only.
      expect(await numbers('K05', 'organisation')).toEqual({ all: '72/214' });
      expect(await numbers('K05', 'entity')).toMatchObject({ paris: '17/40', lyon: '19/40', newyork: '16/114' });
    });

    it('K08: in Paris 7 of 10 activated (p02–p05, p07, p08, p10), in New York 7 of 11 (p20–p23, p25, p26, p30)', async () => {
      expect(await numbers('K08', 'wave')).toEqual({ relays: '2/2', pilot: '7/10', america: '7/11' });
      expect(await numbers('K08', 'entity')).toMatchObject({ paris: '7/10', lyon: '1/1', newyork: '7/11' });
      // The relays alone had begun on the first Sunday, of 11 + 9 + 1 people planned: p30 was not there, nor p20 yet.
      expect(await numbers('K08.opened', 'organisation', undefined, '2026-01-11')).toEqual({ all: '2/21' });
    });

    it('K08b: the pilot planned 8 of its 10, America three quarters of its 11: 42 of its 56 days have passed', async () => {
      expect(await numbers('K08b', 'wave')).toEqual({ relays: '2/2', pilot: '7/8', america: '7/8.25' });
      // Nobody planned anything by level, and Lyon is in no wave.
      expect(await numbers('K08b', 'level')).toMatchObject({ 'level-0': null, 'level-1': null });
      expect(await numbers('K08b', 'entity')).toMatchObject({ paris: '7/8', lyon: null, newyork: '7/8.25' });
    });

    it('K08, K08b and M08 count nobody whom the rollout is not to reach', async () => {
      expect(await numbers('K08', 'organisation')).toEqual({ all: '15/22' });
      expect(await numbers('K08b', 'organisation')).toEqual({ all: '15/16.25' });
      expect(await numbers('M08.activated', 'organisation')).toEqual({ all: '15/22' });
      // p02, p04, p05, p14, p20–p23, p25, p30; then p03, p07, p08, p10.
      expect(await numbers('M08.connected', 'organisation')).toEqual({ all: '10/22' });
      expect(await numbers('M08.engaged', 'organisation')).toEqual({ all: '4/22' });
    });

    it('K20: of the 15 invited p03 and p08 reacted or commented; p05 took it back, p06 did it to p06', async () => {
      expect(await numbers('K20', 'organisation')).toEqual({ all: '2/15' });
      expect(await numbers('K20', 'entity')).toMatchObject({ paris: '2/8', lyon: '0/1', newyork: '0/6' });
    });

    it('K21: of the 15 invited p02, p03, p07, p08, p20 posted, replied, reacted or mentioned since January', async () => {
      expect(await numbers('K21', 'organisation')).toEqual({ all: '5/15' });
      expect(await numbers('K21', 'wave')).toEqual({ relays: '1/2', pilot: '4/8', america: '1/6' });
    });

    it('K22: of the 20 activated p02 and p20 posted', async () => {
      expect(await numbers('K22', 'organisation')).toEqual({ all: '2/20' });
      expect(await numbers('K22', 'entity')).toMatchObject({ paris: '1/7', lyon: '0/5', newyork: '1/7' });
    });

    it('K50: p01 came every day, p02 on 16 of 20; p13 on 15 of 20 and p21 on 15 of 19 did not come daily, nor p22', async () => {
      expect(await numbers('K50', 'organisation')).toEqual({ all: '2/5' });
      expect(await numbers('K50', 'level')).toMatchObject({ 'level-0': '1/1', 'level-1': '1/3', 'level-2': '0/1' });
      expect(await numbers('K50', 'entity')).toMatchObject({ group: '2/5', paris: '1/1', lyon: '0/1', newyork: '0/2' });
      // Last week p01, p02, p21; in four weeks p02 posted and p13 commented.
      expect(await numbers('K50.weekly', 'organisation', '7')).toEqual({ all: '3/5' });
      expect(await numbers('K50.posting', 'organisation')).toEqual({ all: '2/5' });
    });

    it('K60: p03 of 29; p23 from the day after', async () => {
      expect(await numbers('K60', 'organisation')).toEqual({ all: '1/29' });
      expect(await numbers('K60', 'entity')).toMatchObject({ paris: '1/10', lyon: '0/7', newyork: '0/11' });
    });

    it('M08: of 22 planned 15 were invited; of the pilot 8 invited, 7 activated, 3 signed in, 4 reacted or commented', async () => {
      expect(await numbers('M08.invited', 'organisation')).toEqual({ all: '15/22' });
      expect(await numbers('M08.invited', 'wave')).toEqual({ relays: '2/2', pilot: '8/10', america: '6/11' });
      expect(await numbers('M08.activated', 'wave')).toEqual({ relays: '2/2', pilot: '7/10', america: '7/11' });
      // p02, p04, p05; p14; p20–p23, p25, p30.
      expect(await numbers('M08.connected', 'wave')).toEqual({ relays: '1/2', pilot: '3/10', america: '6/11' });
      // p03, p07, p08, p10.
      expect(await numbers('M08.engaged', 'wave')).toEqual({ relays: '1/2', pilot: '4/10', america: '0/11' });
    });
  });

  it('K51: managers less the 24 others, of whom nobody came daily and p03, p10, p20 posted or commented', async () => {
    const gap = async (key: IndicatorKey, by: ExactSlicing = 'organisation', window?: '7') => {
      const slice = by === 'level' ? 'level-1' : by === 'entity' ? 'newyork' : 'all';
      const rows = await exactRows(told.story.work, await told.organization(), {
        ...{ indicators: [key], by, from: lastDay, to: lastDay },
        ...(window ? { window } : {}),
      });
      const counted = rows.find((row) => row.slice === slice || (slice === 'all' && rows.length === 1));
      return [counted?.value, (await told.outcomes(key, by, window))[slice]?.value];
    };
    expect(await gap('K51')).toEqual([expect.closeTo(2 / 5, 10), expect.closeTo(2 / 5, 10)]);
    expect(await gap('K51', 'level')).toEqual([expect.closeTo(1 / 3, 10), expect.closeTo(1 / 3, 10)]);
    expect(await gap('K51', 'entity')).toEqual([0, 0]);
    expect(await gap('K51.posting')).toEqual([expect.closeTo(0.4 - 3 / 24, 10), expect.closeTo(0.4 - 3 / 24, 10)]);
    // 3 of 5 against p03–p05, p10, p14, p15, p23, p25, p30: 9 of 24.
    const weekly = expect.closeTo(3 / 5 - 9 / 24, 10) as number;
    expect(await gap('K51.weekly', 'organisation', '7')).toEqual([weekly, weekly]);
  });

  describe('K11', () => {
    /** First weeks: 5 January p03, p14; 12 p02; 19 p05; 26 p12; 9 February p07, p16, p21; 16 p01, p13, p22; 23 p17, p20,
     *  p23; 2 March p08, p26; 9 March p04, p10, p15, p25, p30. The stranger is in no rate. */
    const retention = {
      // p03 came back in the weeks of 23 February and 9 March, p14 every week.
      '2026-01-05': ['2/2', '1/2', '1/2', '1/2', '1/2', '1/2', '1/2', '2/2', '1/2', '2/2'],
      '2026-01-12': ['1/1', '0/1', '0/1', '0/1', '0/1', '1/1', '1/1', '1/1', '1/1'],
      // p05 in the last week.
      '2026-01-19': ['1/1', '0/1', '0/1', '0/1', '0/1', '0/1', '0/1', '1/1'],
      // p12 left after three weeks: nobody to be kept any more.
      '2026-01-26': ['1/1', '0/1', '1/1', '0/0', '0/0', '0/0', '0/0'],
      // p21 every week.
      '2026-02-09': ['3/3', '1/3', '1/3', '1/3', '1/3'],
      // p01 and p13 until 6 March, p01 in the last week.
      '2026-02-16': ['3/3', '2/3', '2/3', '1/3'],
      // p20 posted on 6 March, p23 signed in on 15 March.
      '2026-02-23': ['3/3', '1/3', '1/3'],
      '2026-03-02': ['2/2', '0/2'],
      '2026-03-09': ['5/5'],
    };
    const table = (rows: readonly { cohort?: string; text: string }[]) => {
      const found: Record<string, string[]> = {};
      for (const { cohort = '', text } of rows) (found[cohort] ??= []).push(text);
      return found;
    };

    it('is counted so', async () => {
      const rows = await exactRows(told.story.work, await told.organization(), {
        ...{ indicators: ['K11'], by: 'organisation', from: '2026-01-01', to: lastDay },
      });
      expect(table(rows.map((row) => ({ ...row, text: `${row.numerator ?? 0}/${row.denominator ?? 0}` })))).toEqual(
        retention,
      );
    });

    it('is published so, where there is somebody to be kept', async () => {
      const organization = await told.organization();
      const { rows } = await told.story.within(() =>
        told.reader.rows(organization, {
          ...{
            keys: ['K11'],
            by: 'organisation',
            from: '2026-01-01',
            to: lastDay,
            population: 'everyone',
            latest: false,
          },
        }),
      );
      const shown = rows.map((row) => ({ ...row, text: `${row.numerator?.low}/${row.denominator?.low}` }));
      expect(table(shown)).toEqual({ ...retention, '2026-01-26': ['1/1', '0/1', '1/1'] });
    });
  });

  it('says the same in every cell and population: in every week, and in three of them over every window', async () => {
    const { story } = told;
    const proof = await proveOrganization(story.work, story.organizationId, (_, index) =>
      [1, 5, 9].includes(index) ? [28, 7, 84, 91, 182, 365] : [28],
    );
    expect(proof.differences).toEqual([]);
    expect(proof.measures).toBeGreaterThan(5_000);
  });
});
