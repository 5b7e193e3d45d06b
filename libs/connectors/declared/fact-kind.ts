import { type FactKind, type Facts } from '#domain/declared/facts.js';
import { type CellReader } from '../csv/cell-reader.js';
import { type Columns } from '../csv/header.js';
import { type Finding } from '../directory/checked.js';

/** What is known where rows are checked. */
export interface Known {
  entities: ReadonlySet<string>;
  waves: ReadonlySet<string>;
  people: ReadonlySet<string>;
  actions: ReadonlySet<string>;
  /** Actions that did not take place. */
  cancelled: ReadonlySet<string>;
  /** `action/person` of those who had left before the action, or were away throughout. */
  gone: ReadonlySet<string>;
  /** Answers that each question allows, by `survey/question`. */
  questions: ReadonlyMap<string, readonly string[]>;
  /** Surveys of real people whose counts are out: nobody may be added any more. */
  closedSurveys: ReadonlySet<string>;
  /** Fewest people of whom a figure may be told. */
  k: number;
}

/** One kind of declared fact: how a row of it is read, and what may be wrong with it beside the others. */
export interface FactReader<K extends FactKind = FactKind> {
  columns: Columns;
  read(cells: CellReader): Facts[K];
  /** What makes two rows the same fact. */
  keyOf(fact: Facts[K]): readonly (string | number)[];
  problem?(fact: Facts[K], known: Known): Finding | null;
}

export type Fact<K extends FactKind = FactKind> = { [T in K]: { kind: T; fact: Facts[T] } }[K];

export const moreThanAll = (field: string): Finding => ({
  code: 'more_than_all',
  field,
  message: 'A part cannot hold more people than the whole.',
});

export const tooFewPeople = (field: string): Finding => ({
  code: 'too_few_people',
  field,
  message: 'This is a total of fewer people than may be told of.',
});

export const unknownScope = (field: string): Finding => ({
  code: 'unknown_scope',
  field,
  message: 'There is neither an entity nor a wave of that key.',
});

/** Whether there is such a wave or entity; none is the whole organisation. */
export const isScope = (scope: string, { entities, waves }: Known): boolean =>
  scope === '' || entities.has(scope) || waves.has(scope);
