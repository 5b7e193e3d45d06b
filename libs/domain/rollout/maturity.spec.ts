import { type SurveyQuestion } from '../declared/survey.js';
import { maturityCounts } from './maturity.js';

const question: SurveyQuestion = {
  ...{ surveyKey: 's1', surveyName: 'Enquête', askedOn: '2026-03-01', asked: null, key: 'q1', wording: 'À l’aise ?' },
  ...{ about: 'digital_maturity', answers: ['oui', 'non'], counted: ['oui'] },
};
const place = (key: string, counted: number) => ({
  ...{ key, parent: 'top', kind: 'cell' as const, entity: key, members: [], respondents: 40 },
  questions: {
    q1: { counted: [counted, counted] as [number, number], answered: [40, 40] as [number, number], answers: {} },
  },
});
const published = [{ survey: 's1', places: [place('lyon', 30), place('paris', 20), place('rome', 5)], pairs: [] }];
const covered = [
  { node: 'lyon', headcount: 100, ambassadors: 14 },
  { node: 'paris', headcount: 200, ambassadors: 20 },
  { node: 'rome', headcount: 300, ambassadors: 6 },
  { node: 'oslo', headcount: 50, ambassadors: 3 },
];

it('places people and ambassadors by what their place declared of itself', () => {
  expect(maturityCounts(covered, [question], published)).toEqual([
    { dimension: 'maturity', category: 'low', people: 300, ambassadors: 6 },
    { dimension: 'maturity', category: 'middle', people: 200, ambassadors: 20 },
    { dimension: 'maturity', category: 'high', people: 100, ambassadors: 14 },
  ]);
});

it('says nothing without a published survey about it', () => {
  expect(maturityCounts(covered, [{ ...question, about: 'daily_use' }], published)).toEqual([]);
  expect(maturityCounts(covered, [question], [])).toEqual([]);
});
