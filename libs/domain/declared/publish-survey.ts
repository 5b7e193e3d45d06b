import { BAND, type Interval } from '../mask/bands.js';
import { cellsOf } from '../mask/cells.js';
import { type EntityNode, isCell, type Mask, type MaskKind } from '../mask/mask.js';
import { publishCount } from '../mask/publish-count.js';

/** Whoever left a question out, where anybody did. */
export const noAnswer = '';

/** What may be published of a question: its answers in the order in which they are added up, the counted ones first. */
export interface QuestionOrder {
  key: string;
  answers: readonly string[];
  counted: readonly string[];
}

/** Answers of the respondents of one entity: by question, then by answer. */
export type Tally = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface SurveyPlace {
  key: string;
  parent: string | null;
  kind: MaskKind;
  /** Null where several places are read together. */
  entity: string | null;
  members: readonly string[];
  respondents: number;
  /** People of the directory there on the day of the survey, declared; null where the place is divided further. */
  people?: number | null;
  questions: Readonly<Record<string, AnswerCounts>>;
}

export interface AnswerCounts {
  /** Respondents whose answer is one of those that count. */
  counted: Interval;
  /** Respondents who answered at all. */
  answered: Interval;
  answers: Readonly<Record<string, Interval>>;
}

/**
 * Counts of answers by place, over cells of at least k respondents. Of each question the running totals of its answers
 * are published, each as any count of people is: with totals no answer can be had from what the others leave (the
 * bands of single answers would narrow one another, since they add up to a known number). `entities` hold the number
 * of their own respondents; places below k say nothing.
 */
export function publishSurvey(
  entities: readonly (EntityNode & { people?: number })[],
  tallies: ReadonlyMap<string, Tally>,
  questions: readonly QuestionOrder[],
  rules: { k: number; bands: boolean },
): SurveyPlace[] {
  const mask = cellsOf(entities, { k: rules.k });
  const published = questions.map((question) => ({
    question,
    counts: publishQuestion(mask, tallies, question, rules),
  }));
  const people = new Map(entities.map((entity) => [entity.key, entity.people ?? 0]));
  const peopleOf = (node: Mask['nodes'][number]) =>
    isCell(node) ? node.entities.reduce((sum, key) => sum + (people.get(key) ?? 0), 0) : null;
  return mask.nodes.map((node) => ({
    ...{ key: node.key, parent: node.parent, kind: node.kind, entity: node.entity, members: node.members },
    ...{ respondents: node.headcount, people: peopleOf(node) },
    questions: Object.fromEntries(published.map(({ question, counts }) => [question.key, counts.get(node.key)!])),
  }));
}

function publishQuestion(
  mask: Mask,
  tallies: ReadonlyMap<string, Tally>,
  question: QuestionOrder,
  rules: { bands: boolean },
): Map<string, AnswerCounts> {
  const cells = new Map(mask.nodes.filter(isCell).map((cell) => [cell.key, sumsOf(cell.entities, tallies, question)]));
  // Where nobody at all left the question out, that is said of all: it is no answer of anybody.
  const wasSkipped = mask.nodes
    .filter(isCell)
    .some(({ key, headcount }) => headcount !== [...(cells.get(key)?.values() ?? [])].reduce((sum, n) => sum + n, 0));
  const order = [
    ...question.counted,
    ...question.answers.filter((answer) => !question.counted.includes(answer)),
    ...(wasSkipped ? [noAnswer] : []),
  ];
  const totals = order.slice(0, -1).map((_, last) => {
    const upTo = order.slice(0, last + 1);
    return publishCount(
      mask,
      ({ key }) => upTo.reduce((sum, answer) => sum + (cells.get(key)?.get(answer) ?? 0), 0),
      rules,
    );
  });
  return new Map(
    mask.nodes.map(({ key, headcount }) => {
      const running = apart(
        totals.map((total) => total.get(key)!),
        rules,
      );
      const everyone: Interval = [headcount, headcount];
      return [key, countsOf(order, [...running, everyone], question.counted.length)];
    }),
  );
}

function sumsOf(entities: readonly string[], tallies: ReadonlyMap<string, Tally>, { key }: QuestionOrder) {
  const sums = new Map<string, number>();
  for (const entity of entities)
    for (const [answer, people] of tallies.get(entity)?.get(key) ?? [])
      sums.set(answer, (sums.get(answer) ?? 0) + people);
  return sums;
}

/** Two exact totals so near each other that they would say that an answer was given by nobody, or by one or two. */
function apart(totals: readonly Interval[], { bands }: { bands: boolean }): Interval[] {
  let before: Interval = [0, 0];
  return totals.map((total) => {
    const isExact = bands && before[0] === before[1] && total[0] === total[1];
    const shown: Interval = isExact && total[0] - before[0] < BAND ? [before[0], before[0] + BAND - 1] : total;
    before = shown;
    return shown;
  });
}

function countsOf(order: readonly string[], running: readonly Interval[], counted: number): AnswerCounts {
  const answers: Record<string, Interval> = {};
  order.forEach((answer, index) => {
    const [low, high] = running[index]!;
    const [below, above] = running[index - 1] ?? [0, 0];
    if (answer !== noAnswer) answers[answer] = [Math.max(0, low - above), high - below];
  });
  const answered = order.at(-1) === noAnswer ? running.at(-2)! : running.at(-1)!;
  return { counted: running[counted - 1]!, answered, answers };
}
