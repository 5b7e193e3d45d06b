import { type EntityManager } from 'typeorm';
import { noteAudit } from '../audit/audit-log.js';
import { rowsOf } from '../database.js';

/** What rows may refer to. */
export async function actionDays(tx: EntityManager, organizationId: string): Promise<Map<string, string>> {
  const rows = await rowsOf<{ key: string; day: string }>(
    tx,
    `select key, starts_on as day from action where organization_id = $1`,
    [organizationId],
  );
  return new Map(rows.map(({ key, day }) => [key, day]));
}

/** Actions that did not take place. */
export async function cancelledActions(tx: EntityManager, organizationId: string): Promise<Set<string>> {
  const rows = await rowsOf<{ key: string }>(
    tx,
    `select key from action where organization_id = $1 and state = 'cancelled'`,
    [organizationId],
  );
  return new Set(rows.map(({ key }) => key));
}

/** Answers that each question allows, by `survey/question`. */
export async function allowedAnswers(tx: EntityManager, organizationId: string): Promise<Map<string, string[]>> {
  const rows = await rowsOf<{ key: string; answers: string[] }>(
    tx,
    `select survey_key || '/' || key as key, answers from survey_question where organization_id = $1`,
    [organizationId],
  );
  return new Map(rows.map(({ key, answers }) => [key, answers]));
}

/** Surveys of real people whose counts are out: one more respondent would be the difference between two publications. */
export async function closedSurveys(tx: EntityManager, organizationId: string): Promise<Set<string>> {
  const rows = await rowsOf<{ key: string }>(
    tx,
    `select p.survey_key as key from published_survey p join organization o on o.id = $1 and o.class = 'personal'
      where p.organization_id = $1`,
    [organizationId],
  );
  return new Set(rows.map(({ key }) => key));
}

/** Who declared what, without what was said. */
export async function auditDeclared(
  tx: EntityManager,
  organizationId: string,
  accountId: string | null,
  action: 'declared' | 'withdrawn',
  detail: { kind: string; facts: number; import?: number },
): Promise<void> {
  await noteAudit(tx, { organizationId, accountId, action, detail });
}

/** Actions whose participants are known one by one. */
export async function actionsWithLists(tx: EntityManager, organizationId: string): Promise<Set<string>> {
  const rows = await rowsOf<{ key: string }>(
    tx,
    `select distinct action_key as key from attendance where organization_id = $1`,
    [organizationId],
  );
  return new Set(rows.map(({ key }) => key));
}
