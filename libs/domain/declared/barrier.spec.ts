import fc from 'fast-check';
import { barrierPoint, meanEnds } from './barrier.js';
import { type AnswerCounts, publishSurvey, type SurveyPlace } from './publish-survey.js';
import { type QuestionSubject, type SurveyQuestion } from './survey.js';
import { barriersBy, emailBy, emailSubstitution } from './survey-places.js';
import { countedShare } from './survey-reading.js';

const scale = ['1', '2', '3', '4', '5'];
const question = (about: QuestionSubject, over: Partial<SurveyQuestion> = {}): SurveyQuestion => ({
  ...{ surveyKey: 's', surveyName: 'S', askedOn: '2026-03-01', asked: null, key: about, wording: `${about}?` },
  ...{ about, answers: scale, counted: ['4', '5'], ...over },
});
const five = (['awareness', 'desire', 'knowledge', 'ability', 'reinforcement'] as const).map((about) =>
  question(about),
);

/** Exact counts of the answers 1 to 5. */
const exact = (...people: number[]): AnswerCounts => {
  const n = people.reduce((sum, one) => sum + one, 0);
  const answers = Object.fromEntries(people.map((count, index) => [String(index + 1), [count, count] as const]));
  return { counted: [0, n], answered: [n, n], answers };
};
const place = (questions: SurveyPlace['questions']): SurveyPlace => ({
  ...{ key: 'a', parent: null, kind: 'cell', entity: 'a', members: [], respondents: 20, questions },
});
const high = exact(0, 0, 4, 8, 8);
const low = exact(8, 8, 4, 0, 0);
const all = { awareness: high, desire: high, knowledge: high, ability: high, reinforcement: high };

describe('the barrier point', () => {
  it('is the first element at 3 or below, whatever comes later, with its mean and its people', () => {
    const found = barrierPoint(place({ ...all, desire: exact(0, 10, 0, 10, 0), knowledge: low }), five, 10);
    expect(found).toEqual({
      ...{ verdict: 'barrier', element: 'desire', doubt: null, mean: { low: 3, high: 3 }, n: { low: 20, high: 20 } },
    });
  });

  it('is none where all five lie above, with the fewest who answered', () => {
    const found = barrierPoint(place({ ...all, ability: exact(0, 0, 0, 12, 0) }), five, 10);
    expect(found).toMatchObject({ verdict: 'none', element: null, mean: null, n: { low: 12, high: 12 } });
  });

  it('is unknown, never a pass, where an element before it cannot be read', () => {
    const doubt = (questions: SurveyPlace['questions'], asked = five, k = 10) => {
      const { verdict, element, doubt } = barrierPoint(place(questions), asked, k);
      return [verdict, element, doubt];
    };
    expect(doubt({ ...all, desire: low }, five.slice(1))).toEqual(['unknown', 'awareness', 'not_asked']);
    expect(doubt({ desire: low })).toEqual(['unknown', 'awareness', 'not_published']);
    expect(doubt({ ...all, awareness: exact(4, 0, 0, 0, 0) }, five, 1)).toEqual(['unknown', 'awareness', 'too_few']);
    expect(doubt({ ...all, awareness: exact(9, 0, 0, 0, 0) })).toEqual(['unknown', 'awareness', 'too_few']);
    const words: AnswerCounts = { counted: [9, 9], answered: [20, 20], answers: { oui: [9, 9], non: [11, 11] } };
    expect(doubt({ ...all, awareness: words, desire: low })).toEqual(['unknown', 'awareness', 'no_scale']);
    const ten: AnswerCounts = { ...words, answers: { 1: [9, 9], 10: [11, 11] } };
    expect(doubt({ ...all, awareness: ten })).toEqual(['unknown', 'awareness', 'no_scale']);
  });

  it('is named only where every count that is published makes it so', () => {
    // Twelve people, two or three of them at 2: from (3·2 + 9·4)/12 = 3.5 down; six to nine: between 2.5 and 3.
    const bands = (atTwo: [number, number]): AnswerCounts => {
      const [least, most] = atTwo;
      return { counted: [0, 12], answered: [12, 12], answers: { 2: atTwo, 4: [12 - most, 12 - least] } };
    };
    const read = (counts: AnswerCounts) => barrierPoint(place({ ...all, awareness: counts }), five, 10);
    expect(read(bands([6, 9]))).toMatchObject({ verdict: 'barrier', mean: { low: 2.5, high: 3 } });
    expect(read(bands([5, 8]))).toMatchObject({ verdict: 'unknown', doubt: 'unsure', element: 'awareness' });
    expect(read(bands([2, 3]))).toMatchObject({ verdict: 'none' });
  });

  it('weighs several questions about one element alike', () => {
    const twice = [...five, question('awareness', { key: 'again' })];
    const found = barrierPoint(place({ ...all, awareness: low, again: high }), twice, 10);
    // 1.8 and 4.2.
    expect(found).toMatchObject({ verdict: 'barrier', element: 'awareness' });
    expect(found.mean?.low).toBeCloseTo(3, 10);
  });
});

describe('the mean of a scale', () => {
  it('has no ends without people', () => expect(meanEnds(exact(0, 0, 0, 0, 0))).toBeNull());

  it('lies between its ends for every count inside, answers left out or not', () => {
    const counts = fc.array(fc.nat({ max: 30 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(counts, fc.nat({ max: 10 }), (people, silent) => {
        const answered = people.reduce((sum, one) => sum + one, 0);
        fc.pre(answered >= 10);
        const told = new Map(people.map((count, index) => [String(index + 1), count]));
        const [published] = publishSurvey(
          [{ key: 'a', parent: null, headcount: answered + silent }],
          new Map([['a', new Map([['q', told]])]]),
          [{ key: 'q', answers: scale, counted: ['4', '5'] }],
          { k: 10, bands: true },
        );
        const ends = meanEnds(published!.questions['q']!)!;
        const mean = people.reduce((sum, count, index) => sum + count * (index + 1), 0) / answered;
        expect(ends.low).toBeLessThanOrEqual(mean + 1e-9);
        expect(ends.high).toBeGreaterThanOrEqual(mean - 1e-9);
        expect([ends.low, ends.high].every((end) => end >= 1 && end <= 5)).toBe(true);
      }),
    );
  });

  it('is drawn as far as the counts allow, and no further (by trying them all)', () => {
    const ends = fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(ends, fc.nat({ max: 9 }), fc.nat({ max: 3 }), (wide, from, more) => {
        const bands = wide.map(([low, width]) => [low, low + width] as const);
        const answered = [from, from + more] as const;
        const answers = Object.fromEntries(bands.map((band, index) => [String(index * 2 + 1), band]));
        const means: number[] = [];
        const [a, b, c] = bands as [(typeof bands)[0], (typeof bands)[0], (typeof bands)[0]];
        for (let x = a[0]; x <= a[1]; x++)
          for (let y = b[0]; y <= b[1]; y++)
            for (let z = c[0]; z <= c[1]; z++)
              if (x + y + z > 0 && x + y + z >= answered[0] && x + y + z <= answered[1])
                means.push((x + 3 * y + 5 * z) / (x + y + z));
        fc.pre(means.length > 0);
        const found = meanEnds({ counted: [0, 0], answered: [...answered], answers })!;
        expect(found.low).toBeCloseTo(Math.min(...means), 9);
        expect(found.high).toBeCloseTo(Math.max(...means), 9);
      }),
    );
  });
});

describe('surveys, place by place', () => {
  const mail = question('email_sharing', { answers: ['mail', 'other'], counted: ['mail'] });
  const older = question('email_sharing', { surveyKey: 'old', askedOn: '2025-03-01' });
  const tree = [
    { key: 'top', parent: null, headcount: 0 },
    { key: 'a', parent: 'top', headcount: 300 },
    { key: 'b', parent: 'top', headcount: 250 },
  ];
  const tally = (yes: number, no: number) =>
    new Map([
      [
        'email_sharing',
        new Map([
          ['mail', yes],
          ['other', no],
        ]),
      ],
      [
        'awareness',
        new Map([
          ['2', yes],
          ['4', no],
        ]),
      ],
    ]);
  const tallies = new Map([
    ['a', tally(150, 150)],
    ['b', tally(200, 50)],
  ]);
  const published = [
    {
      survey: 's',
      places: publishSurvey(tree, tallies, [mail, question('awareness')], { k: 10, bands: true }),
      pairs: [],
    },
  ];
  const names = new Map([
    ['top', 'Group'],
    ['a', 'Air'],
    ['b', 'Sea'],
  ]);
  const read = { questions: [older, mail, question('awareness')], published, names, k: 10 };

  it('stand under their names, the whole first, with the baseline beside their share', () => {
    const found = emailBy(read);
    expect(found).toMatchObject({ survey: 's', askedOn: '2026-03-01', benchmark: 'B18', baseline: 0.64 });
    expect(found?.places.map(({ name, share, gap }) => [name, share.value, gap?.value])).toEqual([
      ['Group', 350 / 550, expect.closeTo(350 / 550 - 0.64, 10)],
      ['Sea', 0.8, expect.closeTo(0.16, 10)],
      ['Air', 0.5, expect.closeTo(-0.14, 10)],
    ]);
    expect(emailSubstitution(countedShare(undefined, 'email_sharing', 10))).toBeNull();
  });

  it('name the barrier where it is, and say of the rest why not', () => {
    expect(
      barriersBy(read)?.places.map(({ name, verdict, element, doubt }) => [name, verdict, element, doubt]),
    ).toEqual([
      ['Group', 'barrier', 'awareness', null],
      ['Sea', 'barrier', 'awareness', null],
      // Three of five, but the ends that nobody chose are published as bands.
      ['Air', 'unknown', 'awareness', 'unsure'],
    ]);
    expect(barriersBy({ ...read, questions: [mail] })).toBeNull();
    expect(emailBy({ ...read, published: [] })).toBeNull();
  });
});
