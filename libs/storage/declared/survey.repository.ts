import { type DataSource, type EntityManager } from 'typeorm';
import { type PublishedAnswers, type SurveyPairs, type SurveyQuestion } from '#domain/declared/survey.js';
import { type SurveyPlace } from '#domain/declared/publish-survey.js';
import { rowsOf } from '../database.js';
import { readFacts } from './fact.repository.js';

/** Entities of that day with their own respondents and people, parents first; who names none answers for the top. */
export function respondentsByEntity(
  tx: EntityManager,
  organizationId: string,
  survey: string,
  day: string,
): Promise<{ key: string; parent: string | null; headcount: number; people: number }[]> {
  return rowsOf(
    tx,
    `
    with recursive tree(key, parent, depth) as (
      select entity_key, null::text, 0 from entity_parent
       where organization_id = $1 and parent_key is null and valid_from <= $3::date and $3::date < valid_to
      union all
      select p.entity_key, t.key, t.depth + 1 from tree t
        join entity_parent p on p.organization_id = $1 and p.parent_key = t.key and p.valid_from <= $3::date and $3::date < p.valid_to
    ), respondent as (
      select coalesce((select t.key from tree t where t.key = min(a.entity_key)), (select min(key) from tree where depth = 0)) as key
        from survey_answer a where a.organization_id = $1 and a.survey_key = $2 group by a.respondent
    ), staff as (
      select a.entity_key as key, count(*)::integer as people
        from assignment a join person p on p.organization_id = $1 and p.ordinal = a.ordinal and not p.bot
       where a.organization_id = $1 and a.valid_from <= $3::date and $3::date < a.valid_to group by 1
    )
    select t.key, t.parent, count(r.key)::integer as headcount, coalesce(min(s.people), 0) as people
      from tree t left join respondent r on r.key = t.key left join staff s on s.key = t.key
     group by t.key, t.parent, t.depth order by t.depth, t.key
    `,
    [organizationId, survey, day],
  );
}

/** Answers by entity as the respondent names it (null = none), question and answer. */
export function answersByEntity(
  tx: EntityManager,
  organizationId: string,
  survey: string,
): Promise<{ entity: string | null; question: string; answer: string; people: number }[]> {
  return rowsOf(
    tx,
    `
    select entity, question, answer, count(*)::integer as people
      from (select question_key as question, answer, min(entity_key) over (partition by respondent) as entity
              from survey_answer where organization_id = $1 and survey_key = $2) as a
     group by 1, 2, 3
    `,
    [organizationId, survey],
  );
}

/**
 * Who answered the same question, in the same words, in an earlier survey: counts of both, and who is in one only.
 * Gathered per respondent, not joined: answers that have just come in are unknown to the planner.
 */
export function pairedAnswers(
  tx: EntityManager,
  organizationId: string,
  survey: string,
): Promise<(SurveyPairs & { beforeOnly: number; afterOnly: number })[]> {
  return rowsOf(
    tx,
    `
    with asked as (
      select later.key as question, earlier.survey_key as before, later.counted
        from survey_question later
        join survey_question earlier on earlier.organization_id = $1 and earlier.key = later.key
             and (earlier.wording, earlier.answers, earlier.counted) = (later.wording, later.answers, later.counted)
             and earlier.asked_on < later.asked_on
       where later.organization_id = $1 and later.survey_key = $2
    ), said as (
      select q.question, q.before,
             bool_or(a.answer = any(q.counted)) filter (where a.survey_key = q.before) as before_counted,
             bool_or(a.answer = any(q.counted)) filter (where a.survey_key = $2) as after_counted
        from asked q
        join survey_answer a on a.organization_id = $1 and a.question_key = q.question and a.survey_key in (q.before, $2)
       group by q.question, q.before, a.respondent
    )
    select question, before, count(*) filter (where before_counted and after_counted)::integer as both,
           count(*) filter (where before_counted and not after_counted)::integer as "onlyBefore",
           count(*) filter (where not before_counted and after_counted)::integer as "onlyAfter",
           count(*) filter (where not before_counted and not after_counted)::integer as neither,
           count(*) filter (where after_counted is null)::integer as "beforeOnly",
           count(*) filter (where before_counted is null)::integer as "afterOnly"
      from said group by question, before having count(before_counted) > 0
    `,
    [organizationId, survey],
  );
}

/** Surveys of which nothing is published although somebody answered: before the word that everything is in. */
export async function unpublishedSurveys(tx: EntityManager, organizationId: string): Promise<string[]> {
  const rows = await rowsOf<{ survey: string }>(
    tx,
    `select distinct survey_key as survey from survey_answer a
      where organization_id = $1
        and not exists (select from published_survey p where p.organization_id = $1 and p.survey_key = a.survey_key)
      order by 1`,
    [organizationId],
  );
  return rows.map(({ survey }) => survey);
}

/** Replaces what is published of a survey. */
export async function replaceSurvey(
  tx: EntityManager,
  organizationId: string,
  survey: string,
  at: Date,
  places: readonly SurveyPlace[],
  pairs: readonly SurveyPairs[],
): Promise<void> {
  await tx.query(
    `insert into published_survey (organization_id, survey_key, published_at, places, pairs) values ($1, $2, $3, $4, $5)
     on conflict (organization_id, survey_key) do update
        set published_at = excluded.published_at, places = excluded.places, pairs = excluded.pairs`,
    [organizationId, survey, at, JSON.stringify(places), JSON.stringify(pairs)],
  );
}

/** What may be read of surveys, on any pool that may: their questions and their masked counts. */
export class SurveyRepository {
  constructor(private readonly db: DataSource) {}

  questions(organizationId: string): Promise<SurveyQuestion[]> {
    return readFacts(this.db, organizationId, 'surveys');
  }

  published(organizationId: string): Promise<PublishedAnswers[]> {
    return rowsOf(
      this.db,
      `select survey_key as survey, places, pairs from published_survey where organization_id = $1 order by survey_key`,
      [organizationId],
    );
  }
}
