import fc from 'fast-check';
import { share } from '../indicators/outcome.js';
import { exactly } from '../statistics/interval.js';
import { managerRelay, sponsorPresence } from './presence.js';
import { publishSurvey } from './publish-survey.js';
import { type SurveyQuestion } from './survey.js';
import { besideObserved, countedShare, responseRate, surveyChange } from './survey-reading.js';

const of = (x: number, n: number) => share(exactly(x), exactly(n), 1);
const question = (over: Partial<SurveyQuestion> = {}): SurveyQuestion => ({
  ...{ surveyKey: 's', surveyName: 'S', askedOn: '2020-12-01', asked: null, key: 'daily', wording: 'Every day?' },
  ...{ about: 'daily_use', answers: ['yes', 'no'], counted: ['yes'], ...over },
});

describe('declared beside observed', () => {
  it('refuses 71 % of respondents as a measure of everyone, when 60 % connected in a year', () => {
    expect(besideObserved(of(710, 1000), of(6000, 75_000), of(45_000, 75_000))).toMatchObject({
      verdict: 'impossible',
      ceiling: 0.6,
      gap: expect.closeTo(0.63, 10),
    });
  });

  it('lets 40 % pass, which proves nothing, and knows nothing without a ceiling', () => {
    expect(besideObserved(of(400, 1000), null, of(45_000, 75_000))).toMatchObject({ verdict: 'possible', gap: null });
    expect(besideObserved(of(400, 1000), null, share(null, null, 1)).verdict).toBe('unknown');
  });
});

describe('two surveys', () => {
  const asked = (counted: ReturnType<typeof of>, over = {}) => ({ question: question(over), counted });

  it('are compared as two samples with the interval of Newcombe (vector: 12/40 and 20/100)', () => {
    const change = surveyChange(asked(of(20, 100)), asked(of(12, 40)), null);
    expect(change).toMatchObject({ paired: false, n: [40, 100], p: null });
    expect(change?.difference.value).toBeCloseTo(0.1, 10);
    expect(change?.difference.low).toBeCloseTo(-0.0487, 4);
    expect(change?.difference.high).toBeCloseTo(0.2681, 4);
  });

  it('of the same people by those who changed their mind (McNemar: 150 and 86 of 1,600, χ² = 17.36)', () => {
    // Agresti, Categorical Data Analysis, 2nd ed., table 10.1: approval of the prime minister twice.
    const pairs = { both: 794, onlyBefore: 150, onlyAfter: 86, neither: 570 };
    const change = surveyChange(asked(of(944, 1600)), asked(of(880, 1600)), pairs);
    expect(change?.difference.value).toBeCloseTo(-0.04, 10);
    expect(change?.difference.low).toBeCloseTo(-0.0587, 3);
    expect(change?.difference.high).toBeCloseTo(-0.0212, 3);
    expect(change?.p).toBeCloseTo(3.09e-5, 6);
    expect(change?.n).toEqual([1600]);
  });

  it('are two series once the wording has changed', () => {
    expect(surveyChange(asked(of(20, 100)), asked(of(12, 40), { wording: 'Often?' }), null)).toBeNull();
    expect(surveyChange(asked(of(20, 100)), asked(of(12, 40), { counted: ['no'] }), null)).toBeNull();
  });

  it('tell how many of those asked answered', () => {
    expect(responseRate(120, question({ asked: 400 }), null).value).toBe(0.3);
    expect(responseRate(120, question(), 1200).value).toBe(0.1);
    expect(responseRate(120, question(), null).shown).toBe('masked');
  });
});

describe('what is declared of roles', () => {
  const report = (periodEnd: string, posts: number) => ({ periodEnd, posts, replies: 0, launchSpeech: posts > 5 });

  it.each([
    ['red', false, []],
    ['unknown', true, []],
    ['green', true, [report('2026-03-01', 2)]],
    ['amber', true, [report('2026-02-01', 2), report('2026-03-01', 0)]],
    ['red', true, [report('2026-01-01', 6)]],
    ['red', true, [report('2026-03-01', 0)]],
  ] as const)('sponsor: %s (named %s)', (state, isNamed, reports) => {
    expect(sponsorPresence(isNamed, reports, '2026-03-15').state).toBe(state);
  });

  it('managers who relay', () => expect(managerRelay(18, exactly(60), 10).value).toBe(0.3));
});

describe('published surveys', () => {
  const scale = { key: 'q', answers: ['1', '2', '3', '4', '5'], counted: ['4', '5'] };
  const entities = [
    { key: 'top', parent: null, headcount: 0 },
    { key: 'a', parent: 'top', headcount: 12 },
    { key: 'b', parent: 'top', headcount: 300 },
  ];
  const tally = (counts: Record<string, number>) => new Map([['q', new Map(Object.entries(counts))]]);
  const tallies = new Map([
    ['a', tally({ 1: 1, 2: 2, 3: 3, 4: 3, 5: 3 })],
    ['b', tally({ 1: 30, 2: 60, 3: 90, 4: 80, 5: 40 })],
  ]);

  it('hold every true count, and never an exact one of few', () => {
    const places = publishSurvey(entities, tallies, [scale], { k: 10, bands: true });
    for (const [key, tally] of tallies) {
      const counts = places.find((place) => place.key === key)?.questions['q'];
      for (const [answer, people] of tally.get('q') ?? []) {
        const [low, high] = counts?.answers[answer] ?? [1, 0];
        expect(low <= people && people <= high).toBe(true);
      }
    }
    const small = places.find(({ key }) => key === 'a');
    expect(small?.questions['q']?.counted).toEqual([6, 9]);
    expect(countedShare(small, 'q', 10)).toMatchObject({ shown: 'value', value: 0.625 });
    expect(countedShare(undefined, 'q', 10).shown).toBe('masked');
  });

  it('leave at least three values to every answer of a small place, and always the true one', () => {
    const counts = fc.array(fc.nat({ max: 40 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(counts, (people) => {
        const n = people.reduce((sum, one) => sum + one, 0);
        fc.pre(n >= 10 && n < 200);
        const one = new Map([
          ['a', tally(Object.fromEntries(people.map((count, index) => [String(index + 1), count])))],
        ]);
        const tree = [{ key: 'a', parent: null, headcount: n }];
        const [place] = publishSurvey(tree, one, [scale], { k: 10, bands: true });
        people.forEach((count, index) => {
          const [low, high] = place?.questions['q']?.answers[String(index + 1)] ?? [1, 0];
          expect(low <= count && count <= high).toBe(true);
          expect(Math.min(high, n) - low).toBeGreaterThanOrEqual(2);
        });
      }),
    );
  });

  it('are exact where the organisation hides nothing', () => {
    const [top] = publishSurvey(entities, tallies, [scale], { k: 1, bands: false });
    expect(top?.questions['q']?.answers).toEqual({ 1: [31, 31], 2: [62, 62], 3: [93, 93], 4: [83, 83], 5: [43, 43] });
  });
});
