import { questionSubjects } from '#domain/declared/survey.js';
import { CellError } from '../csv/cell-error.js';
import { type CellReader } from '../csv/cell-reader.js';
import { unknownEntity } from '../directory/checked.js';
import { type FactReader } from './fact-kind.js';

export const surveys: FactReader<'surveys'> = {
  columns: {
    required: ['survey_id', 'name', 'date', 'question_id', 'wording', 'answers'],
    optional: ['asked', 'about', 'counted'],
  },
  read: (cells) => {
    const answers = severalAnswers(cells);
    return {
      surveyKey: cells.requiredKey('survey_id'),
      surveyName: cells.requiredWords('name'),
      askedOn: cells.requiredDay('date'),
      asked: cells.count('asked'),
      key: cells.requiredKey('question_id'),
      wording: cells.requiredWords('wording'),
      about: cells.word('about', questionSubjects, 'unknown_subject') ?? 'other',
      answers,
      counted: countedAnswers(cells, answers),
    };
  },
  keyOf: ({ surveyKey, key }) => [surveyKey, key],
};

function severalAnswers(cells: CellReader): string[] {
  const answers = cells.keys('answers');
  if (answers.length >= 2) return answers;
  throw new CellError('too_few_answers', 'answers', 'A question allows at least two answers, separated by ";".');
}

/** Without any, the first. */
function countedAnswers(cells: CellReader, answers: readonly string[]): string[] {
  const counted = cells.keys('counted');
  if (counted.some((answer) => !answers.includes(answer)))
    throw new CellError('unknown_answer', 'counted', 'The question does not allow this answer.');
  return counted.length > 0 ? counted : answers.slice(0, 1);
}

export const answers: FactReader<'answers'> = {
  columns: { required: ['survey_id', 'question_id', 'respondent', 'answer'], optional: ['entity', 'level'] },
  read: (cells) => ({
    surveyKey: cells.requiredKey('survey_id'),
    questionKey: cells.requiredKey('question_id'),
    respondent: cells.requiredKey('respondent'),
    entityKey: cells.key('entity'),
    level: cells.level('level'),
    answer: cells.requiredKey('answer'),
  }),
  keyOf: ({ surveyKey, questionKey, respondent }) => [surveyKey, questionKey, respondent],
  problem: ({ surveyKey, questionKey, entityKey, answer }, known) => {
    const allowed = known.questions.get(`${surveyKey}/${questionKey}`);
    if (!allowed) return { code: 'unknown_question', field: 'question_id', message: 'No survey asks this.' };
    if (known.closedSurveys.has(surveyKey))
      return { code: 'survey_closed', field: 'survey_id', message: 'The counts of this survey are published.' };
    if (entityKey !== null && !known.entities.has(entityKey)) return unknownEntity('entity');
    return allowed.includes(answer)
      ? null
      : { code: 'unknown_answer', field: 'answer', message: 'The question does not allow this answer.' };
  },
};
