import { type EntityManager } from 'typeorm';
import { type Facts } from '#domain/declared/facts.js';
import { rowsOf } from '../database.js';
import { namesOf } from '../vault/keyring.js';

/** Lists of people. They go in by their place in the directory, and no page reads them: only counts leave. */

type WithOrdinal<T> = T & { ordinal: number };

/**
 * Of lines of lists, as `action/person`, those of people who had left before the action began and were not back by its
 * last day. Whoever is yet to arrive may come: they count from the week in which the directory has them.
 */
export async function goneBefore(
  tx: EntityManager,
  organizationId: string,
  facts: readonly Facts['attendance'][],
): Promise<Set<string>> {
  const names = await namesOf(tx, organizationId);
  const rows = await rowsOf<{ line: string }>(
    tx,
    `
    select distinct action_key || '/' || person_id as line
      from unnest($2::text[], $3::text[], $4::text[]) as g (action_key, person_id, token)
      join action a on a.organization_id = $1 and a.key = g.action_key
      join person p on p.organization_id = $1 and p.key = g.token
     where exists (select from assignment s
                    where s.organization_id = $1 and s.ordinal = p.ordinal and s.valid_to <= a.starts_on)
       and not exists (select from assignment s
                        where s.organization_id = $1 and s.ordinal = p.ordinal
                          and s.valid_to > a.starts_on and s.valid_from <= a.ends_on)
    `,
    [
      organizationId,
      facts.map(({ actionKey }) => actionKey),
      facts.map(({ personId }) => personId),
      facts.map(({ personId }) => names.token(personId)),
    ],
  );
  return new Set(rows.map(({ line }) => line));
}

/** Returns the places of the rows that were new. */
export async function saveAttendance(
  tx: EntityManager,
  organizationId: string,
  facts: readonly WithOrdinal<Facts['attendance']>[],
): Promise<number[]> {
  const rows = await rowsOf<{ action: string; ordinal: number }>(
    tx,
    `insert into attendance (organization_id, action_key, ordinal)
     select $1, action_key, ordinal from unnest($2::text[], $3::integer[]) as g (action_key, ordinal)
     on conflict do nothing returning action_key as action, ordinal`,
    [organizationId, facts.map(({ actionKey }) => actionKey), facts.map(({ ordinal }) => ordinal)],
  );
  const fresh = new Set(rows.map(({ action, ordinal }) => `${ordinal}/${action}`));
  return facts.flatMap(({ actionKey, ordinal }, place) => (fresh.has(`${ordinal}/${actionKey}`) ? [place] : []));
}

/** Returns the places of the rows that changed something. */
export async function saveReports(
  tx: EntityManager,
  organizationId: string,
  facts: readonly WithOrdinal<Facts['reports']>[],
): Promise<number[]> {
  const rows = await rowsOf<{ place: number }>(
    tx,
    `
    with given as (
      select * from jsonb_to_recordset($2::jsonb) as r (place integer, ordinal integer, role text, "periodEnd" date,
             "consentOn" date, posts integer, replies integer, feedback integer, "launchSpeech" boolean)
    ), changed as (
      select g.* from given g
       where not exists (select from voluntary_report k
                          where k.organization_id = $1 and (k.ordinal, k.role, k.period_end) = (g.ordinal, g.role, g."periodEnd")
                            and (k.consent_on, k.posts, k.replies, k.feedback, k.launch_speech)
                                = (g."consentOn", g.posts, g.replies, g.feedback, g."launchSpeech"))
    ), written as (
      insert into voluntary_report (organization_id, ordinal, role, period_end, consent_on, posts, replies, feedback, launch_speech)
      select $1, ordinal, role, "periodEnd", "consentOn", posts, replies, feedback, "launchSpeech" from changed
      on conflict (organization_id, ordinal, role, period_end) do update
         set consent_on = excluded.consent_on, posts = excluded.posts, replies = excluded.replies,
             feedback = excluded.feedback, launch_speech = excluded.launch_speech
    )
    select place from changed order by place
    `,
    [organizationId, JSON.stringify(facts.map((fact, place) => ({ ...fact, place })))],
  );
  return rows.map((row) => row.place);
}

/** A pseudonym is kept as a digest only; who answers twice under it is one respondent. */
export async function saveAnswers(
  tx: EntityManager,
  organizationId: string,
  facts: readonly Facts['answers'][],
): Promise<number[]> {
  const rows = await rowsOf<{ place: number }>(
    tx,
    `
    with given as (
      select r.*, encode(substr(sha256(convert_to($1::uuid::text || '/' || r.respondent, 'UTF8')), 1, 16), 'hex')::uuid as digest
        from jsonb_to_recordset($2::jsonb) as r (place integer, "surveyKey" text, "questionKey" text, respondent text,
             "entityKey" text, level smallint, answer text)
    ), changed as (
      select g.* from given g
       where not exists (select from survey_answer k
                          where k.organization_id = $1 and (k.survey_key, k.question_key, k.respondent) = (g."surveyKey", g."questionKey", g.digest)
                            and (k.entity_key, k.level, k.answer) is not distinct from (g."entityKey", g.level, g.answer))
    ), written as (
      insert into survey_answer (organization_id, survey_key, question_key, respondent, entity_key, level, answer)
      select $1, "surveyKey", "questionKey", digest, "entityKey", level, answer from changed
      on conflict (organization_id, survey_key, question_key, respondent) do update
         set entity_key = excluded.entity_key, level = excluded.level, answer = excluded.answer
    )
    select place from changed order by place
    `,
    [organizationId, JSON.stringify(facts.map((fact, place) => ({ ...fact, place })))],
  );
  return rows.map((row) => row.place);
}
