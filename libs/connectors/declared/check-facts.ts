import { type FactKind, type Facts } from '#domain/declared/facts.js';
import { type Checked, checkRows, type Finding } from '../directory/checked.js';
import { type Located } from '../rejection.js';
import { type FactReader, type Known } from './fact-kind.js';
import { factReaders } from './fact-kinds.js';

/** Sorts rows of one kind by the first thing that is wrong with each; a fact said twice is taken from its first line. */
export function checkFacts<K extends FactKind>(
  kind: K,
  rows: readonly Located<Facts[K]>[],
  known: Known,
): Checked<Facts[K]> {
  const reader: FactReader<K> = factReaders[kind];
  const seen = new Set<string>();
  const checked = checkRows(rows, namedAs(reader), (fact) => {
    if (seen.has(JSON.stringify(reader.keyOf(fact)))) return duplicate;
    const problem = reader.problem?.(fact, known) ?? null;
    if (problem === null) seen.add(JSON.stringify(reader.keyOf(fact)));
    return problem;
  });
  return kind === 'surveys' ? (sameSurveys(checked as Checked<Facts['surveys']>) as Checked<Facts[K]>) : checked;
}

/** People are never named in a refusal: lines tell which one it was. */
const namedAs =
  <K extends FactKind>(reader: FactReader<K>) =>
  (fact: Facts[K]): string =>
    String(reader.keyOf(fact)[0]);

/** Every line of a survey must say the same of the survey; the first one counts. */
function sameSurveys(checked: Checked<Facts['surveys']>): Checked<Facts['surveys']> {
  const said = new Map<string, string>();
  const again = checkRows(
    checked.rows,
    ({ surveyKey }) => surveyKey,
    ({ surveyKey, surveyName, askedOn, asked }) => {
      const text = JSON.stringify([surveyName, askedOn, asked]);
      const first = said.get(surveyKey) ?? text;
      said.set(surveyKey, first);
      return first === text ? null : contradiction;
    },
  );
  return { rows: again.rows, rejections: [...checked.rejections, ...again.rejections] };
}

const duplicate: Finding = { code: 'duplicate_fact', field: null, message: 'An earlier line says the same fact.' };
const contradiction: Finding = {
  code: 'survey_contradiction',
  field: 'survey_id',
  message: 'An earlier line has another name, date or number of people asked for this survey.',
};
