import { type EntityManager } from 'typeorm';
import { checkFacts } from '#connectors/declared/check-facts.js';
import { type Fact, type Known } from '#connectors/declared/fact-kind.js';
import { type Located } from '#connectors/rejection.js';
import { type FactKind, type Facts } from '#domain/declared/facts.js';
import { type PlainKind } from '#storage/declared/fact-table.js';
import {
  actionDays,
  allowedAnswers,
  auditDeclared,
  cancelledActions,
  closedSurveys,
} from '#storage/declared/known-facts.js';
import { goneBefore, saveAnswers, saveAttendance, saveReports } from '#storage/declared/personal-facts.js';
import { entityKeys } from '#storage/directory/known.js';
import { ordinalsOf } from '#storage/directory/people.js';
import { accountOfImport } from '#storage/import/imports.js';
import { awaitsWord } from '#storage/publication/first-word.js';
import { declareFacts } from '../ingest/declare-facts.js';
import { publishSurveys } from '../publication/publish-surveys.js';
import { type Applied, emptyApplied } from './applied.js';

/** Facts of one file, which are all of one kind; who handed it in is written down. */
export async function applyFacts(
  tx: EntityManager,
  organizationId: string,
  rows: readonly Located<Fact>[],
  { importId, now }: { importId: number; now: Date },
): Promise<Applied> {
  const kind = rows[0]?.row.kind;
  if (kind === undefined) return emptyApplied();
  const applied = await applyKind(tx, organizationId, kind, rows);
  if (kind === 'answers' && applied.accepted > 0 && !(await awaitsWord(tx, organizationId)))
    await publishSurveys(tx, organizationId, surveysIn(rows), now);
  const account = await accountOfImport(tx, organizationId, importId);
  if (applied.accepted > 0)
    await auditDeclared(tx, organizationId, account, 'declared', { kind, facts: applied.accepted, import: importId });
  return applied;
}

const factsOf = <K extends FactKind>(rows: readonly Located<Fact>[]): Located<Facts[K]>[] =>
  rows.map(({ line, row }) => ({ line, row: row.fact as Facts[K] }));

const surveysIn = (rows: readonly Located<Fact>[]) => [
  ...new Set(factsOf<'answers'>(rows).map(({ row }) => row.surveyKey)),
];

async function applyKind(
  tx: EntityManager,
  organizationId: string,
  kind: FactKind,
  rows: readonly Located<Fact>[],
): Promise<Applied> {
  if (kind === 'answers') return applyAnswers(tx, organizationId, factsOf<'answers'>(rows));
  if (kind === 'attendance') return applyAttendance(tx, organizationId, factsOf<'attendance'>(rows));
  if (kind === 'reports') return applyReports(tx, organizationId, factsOf<'reports'>(rows));
  const days = kind === 'actions' ? await actionDays(tx, organizationId) : new Map<string, string>();
  const { changed, duplicates, rejections } = await declareFacts<PlainKind>(
    tx,
    organizationId,
    kind,
    factsOf<PlainKind>(rows),
  );
  // Who took part in an action is counted by its day: the old one and the new one.
  const moved = kind === 'actions' ? (changed as Facts['actions'][]).filter(({ key }) => days.has(key)) : [];
  return {
    ...emptyApplied(rejections),
    ...{ accepted: changed.length, duplicates },
    days: moved.flatMap(({ key, startsOn }) => [days.get(key) ?? startsOn, startsOn]),
  };
}

async function applyAnswers(
  tx: EntityManager,
  organizationId: string,
  rows: readonly Located<Facts['answers']>[],
): Promise<Applied> {
  const checked = checkFacts('answers', rows, {
    ...nobody,
    entities: await entityKeys(tx, organizationId),
    questions: await allowedAnswers(tx, organizationId),
    closedSurveys: await closedSurveys(tx, organizationId),
  });
  const facts = checked.rows.map(({ row }) => row);
  const saved = await saveAnswers(tx, organizationId, facts);
  return { ...emptyApplied(checked.rejections), accepted: saved.length, duplicates: facts.length - saved.length };
}

async function applyAttendance(
  tx: EntityManager,
  organizationId: string,
  rows: readonly Located<Facts['attendance']>[],
): Promise<Applied> {
  const days = await actionDays(tx, organizationId);
  const { facts, rejections } = await withPeople(tx, organizationId, 'attendance', rows, {
    actions: new Set(days.keys()),
    cancelled: await cancelledActions(tx, organizationId),
    gone: await goneBefore(
      tx,
      organizationId,
      rows.map(({ row }) => row),
    ),
  });
  const saved = await saveAttendance(tx, organizationId, facts);
  return {
    ...emptyApplied(rejections),
    ...{ accepted: saved.length, duplicates: facts.length - saved.length },
    days: [...new Set(saved.flatMap((place) => days.get(facts[place]?.actionKey ?? '') ?? []))],
  };
}

async function applyReports(
  tx: EntityManager,
  organizationId: string,
  rows: readonly Located<Facts['reports']>[],
): Promise<Applied> {
  const { facts, rejections } = await withPeople(tx, organizationId, 'reports', rows, {});
  const saved = await saveReports(tx, organizationId, facts);
  return { ...emptyApplied(rejections), accepted: saved.length, duplicates: facts.length - saved.length };
}

async function withPeople<K extends 'attendance' | 'reports'>(
  tx: EntityManager,
  organizationId: string,
  kind: K,
  rows: readonly Located<Facts[K]>[],
  known: Partial<Known>,
) {
  const ordinals = await ordinalsOf(
    tx,
    organizationId,
    rows.map(({ row }) => row.personId),
  );
  const checked = checkFacts(kind, rows, { ...nobody, ...known, people: new Set(ordinals.keys()) });
  const facts = checked.rows.map(({ row }) => ({ ...row, ordinal: ordinals.get(row.personId) ?? -1 }));
  return { facts, rejections: checked.rejections };
}

const nobody: Known = {
  entities: new Set(),
  waves: new Set(),
  people: new Set(),
  actions: new Set(),
  cancelled: new Set(),
  gone: new Set(),
  questions: new Map(),
  closedSurveys: new Set(),
  // Lists hold one person a line, and are never read by a page.
  k: 1,
};
