import { proveOrganization } from './proof/prove-organization.js';
import { refresh } from './refresh.js';
import { calledOff, habitLastDay, habitOrganisation, withdrawn } from './testing/habit-organisation.js';
import { type Numbers, ToldOrganisation } from './testing/told-organisation.js';

const now = new Date('2026-04-15T12:00:00Z');

/** Every number below was counted by hand from `testing/habit-organisation.ts`. */
describe('fourteen weeks of habits', () => {
  let told: ToldOrganisation;
  const ways = {
    counted: (...asked: Parameters<ToldOrganisation['counted']>): Promise<Numbers> => told.counted(...asked),
    published: (...asked: Parameters<ToldOrganisation['counted']>): Promise<Numbers> => told.published(...asked),
  };

  beforeAll(async () => {
    told = await ToldOrganisation.open(habitOrganisation, habitLastDay, now);
  });
  afterAll(() => told.close());

  describe.each(Object.entries(ways))('%s', (_, numbers) => {
    it('K12: of the six activated and present for twelve weeks ann, cid, joe acted in nine; fay and gus came later, hal left', async () => {
      expect(await numbers('K12')).toEqual({ all: '3/6' });
      expect(await numbers('K12', 'entity')).toMatchObject({ site: '2/5', yard: '1/1' });
      // Over four weeks fay and gus count: ben, cid, fay, gus, joe acted in each, ann in one.
      expect(await numbers('K12', 'organisation', '28')).toEqual({ all: '5/8' });
    });

    it('K12 segments: cid is power; ann and joe regular; ben a novice; dan low; eve does nothing', async () => {
      expect(await numbers('K12.power')).toEqual({ all: '1/6' });
      expect(await numbers('K12.regular')).toEqual({ all: '2/6' });
      expect(await numbers('K12.novice')).toEqual({ all: '1/6' });
      expect(await numbers('K12.low')).toEqual({ all: '1/6' });
      expect(await numbers('K12.none')).toEqual({ all: '1/6' });
    });

    it('K12 of the first weeks is judged over four, since nobody has been there for twelve', async () => {
      // Seven were there on 12 January; nobody acted in that week.
      expect(await numbers('K12', 'organisation', undefined, '2026-02-08')).toEqual({ all: '0/7' });
      // From 19 January to 15 February, of ann, ben, cid, dan, eve, hal, joe: ann, cid, hal and joe in each.
      expect(await numbers('K12', 'organisation', undefined, '2026-02-15')).toEqual({ all: '4/7' });
    });

    it('K05b: 30 of 170 working days; Easter Monday is none', async () => {
      // Seven people for 19 days, ivy 7 since her invitation, cid 6, kim 9, hal 15; zed neither invited nor activated.
      // Tuesdays: ann 1, ben, eve, fay, gus, joe 4 each, hal 3, cid the one since the invitation; eve 4 more days, kim 1.
      expect(await numbers('K05b')).toEqual({ all: '30/170' });
      // gus had 12 of his days in Paris, and one of his four Tuesdays in New York.
      expect(await numbers('K05b', 'entity')).toMatchObject({ site: '25/144', yard: '5/26' });
    });

    it('K06 and K07: eve was there on ten days; nobody on 80 % of the working days', async () => {
      expect(await numbers('K06')).toEqual({ all: '1/9' });
      expect(await numbers('K07')).toEqual({ all: '0/9' });
    });

    it('K22: who posts takes part, who takes part is active', async () => {
      expect(await numbers('K22')).toEqual({ all: '3/9' });
      expect(await numbers('K22.participating')).toEqual({ all: '6/9' });
      expect(await numbers('K22.active')).toEqual({ all: '8/9' });
    });

    it('K23: ann balances 9 posts with 16 reactions, the robot’s and her own not counted; joe gets 22 for 13', async () => {
      expect(await numbers('K23.engager')).toEqual({ all: '2/9' });
      expect(await numbers('K23.catalyst')).toEqual({ all: '0/9' });
      // ben reacts, fay comments; cid posts; dan, eve, gus and kim watch.
      expect(await numbers('K23.responder')).toEqual({ all: '2/9' });
      expect(await numbers('K23.broadcaster')).toEqual({ all: '1/9' });
      expect(await numbers('K23.observer')).toEqual({ all: '4/9' });
    });

    it('K24: 77 interactions of five people: 1, 4, 4, 8, 60', async () => {
      expect(await numbers('K24')).toEqual({ all: '77/5' });
      expect(await numbers('K24.median')).toEqual({ all: 4 });
      // Half of the person who made 60.
      expect(await numbers('K24b')).toEqual({ all: expect.closeTo(30 / 77, 10) as number });
      expect(await numbers('K24b.gini')).toEqual({ all: null });
    });

    it('K25: 84 acts, hal’s three among them, and those of gus where he stood; none after an exit, none of strangers', async () => {
      expect(await numbers('K25')).toEqual({ all: 84 });
      expect(await numbers('K25', 'entity')).toMatchObject({ site: 79, yard: 5 });
      // Among people who acted the stranger is one more: a head, not seven acts. hal is on no roster any more.
      expect(await numbers('K04.act')).toEqual({ all: 7 });
    });

    it('K84: of eleven people ann, ben, gus and kim came, each counted once and where they are now; hal has gone', async () => {
      expect(await numbers('K84')).toEqual({ all: '4/11' });
      expect(await numbers('K84', 'entity')).toMatchObject({ site: '3/9', yard: '1/2' });
      // All of it in the last four weeks.
      expect(await numbers('K84', 'organisation', '28')).toEqual({ all: '4/11' });
    });

    it('K27: of the eleven to whom ann’s message went eve and gus saw it; joe saw only his own', async () => {
      expect(await numbers('K27')).toEqual({ all: '2/11' });
      expect(await numbers('K27', 'entity')).toMatchObject({ site: '1/9', yard: '1/2' });
      // ben saw that of February.
      expect(await numbers('K27', 'organisation', '91')).toEqual({ all: '3/11' });
      // Nothing was said in the four weeks before 2 February: nobody to divide by.
      expect(await numbers('K27', 'organisation', '28', '2026-02-01')).toEqual({ all: 'null/0' });
    });

    it('K28: all came back within 14 days but dan; lea had left, kim is not due', async () => {
      // ann, ben, cid and joe on the fifteenth day after their first login; eve, hal on the fourteenth.
      expect(await numbers('K28', 'organisation', '91')).toEqual({ all: '4/8' });
      // Nobody to divide by: undefined, not zero.
      expect(await numbers('K28')).toEqual({ all: 'null/0' });
    });
  });

  it('says which window a habit was judged over', async () => {
    const early = await told.outcomes('K12', 'organisation', undefined, '2026-02-15');
    expect(early.all).toMatchObject({ note: 'four_weeks', shown: 'value' });
    expect((await told.outcomes('K12')).all).not.toHaveProperty('note');
  });

  it('knows at which local hour of the week an entity is there, and no person', async () => {
    const [site, yard] = await told.story.rows<{ hours: number[] }>(
      `select hours from measure_rhythm where organization_id = $1 and week_end = '${habitLastDay}' and cell in ('site', 'yard')
        order by cell`,
    );
    // Tuesday at ten in Paris: ann 1, ben, cid, eve, fay 4 each, gus and hal 3; in New York joe 4, gus 1.
    expect([site?.hours[34], yard?.hours[34]]).toEqual([23, 5]);
    // eve at half past six on other days, kim on a Monday at ten.
    expect([site?.hours[24 * 2 + 18], site?.hours[24 * 6 + 18], site?.hours[10]]).toEqual([2, 1, 1]);
    expect(site?.hours.reduce((sum, people) => sum + people, 0)).toBe(30);
  });

  it('counts whoever moved as one contributor, and among the largest at both places with all they did', async () => {
    const made = await told.story.rows(
      `select cell, total, contributors, top1, top2 from measure_exchange
        where organization_id = $1 and week_end = '${habitLastDay}' and measure = 'acts' and cell in ('site', 'yard') order by cell`,
    );
    // At the site ann 1, ben 8, cid 60, fay 4, hal 3, and three acts of gus; at the yard joe 4 and gus 1, who did 4 in all.
    expect(made).toEqual([
      { cell: 'site', total: 79, contributors: 5, top1: 60, top2: 68 },
      { cell: 'yard', total: 5, contributors: 2, top1: 4, top2: 8 },
    ]);
  });

  it('says the same in every week, cell, population and window', async () => {
    const { story } = told;
    const proof = await proveOrganization(story.work, story.organizationId, (_, index) =>
      index % 4 === 1 ? [28, 84, 91] : [],
    );
    expect(proof.differences).toEqual([]);
  });

  it('counts a message by what is declared of it, however late', async () => {
    const { story } = told;
    const declare = async (actions: string) => {
      await story.file('actions', actions);
      await refresh(story.work, story.organizationId, now);
    };
    await declare(withdrawn);
    // Only the yard was told anything.
    for (const door of Object.values(ways)) expect(await door('K27')).toEqual({ all: '0/2' });
    expect(
      await story.rows(`select from message_seen where organization_id = $1 and message = 'ann-2026-03-17'`),
    ).toEqual([]);
    // Declared after its events are long there.
    await declare(habitOrganisation.actions);
    for (const door of Object.values(ways)) expect(await door('K27')).toEqual({ all: '2/11' });
  });

  it('counts a move again where it happened, and an action that was called off no more', async () => {
    const { story } = told;
    const moved = habitOrganisation.people.split('\n').filter((line) => !line.startsWith('gus'));
    await story.file('people', [...moved, 'gus,yard,,,', ''].join('\n'));
    await story.file('actions', calledOff);
    await refresh(story.work, story.organizationId, now);
    expect(await told.published('K25', 'entity')).toMatchObject({ site: 76, yard: 8 });
    // Nobody was reached by what did not take place.
    for (const door of Object.values(ways)) expect(await door('K84')).toEqual({ all: '3/11' });
  });
});
