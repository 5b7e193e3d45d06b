import { type EntityManager } from 'typeorm';
import { publishSurvey } from '#domain/declared/publish-survey.js';
import { type SurveyPairs, type SurveyQuestion } from '#domain/declared/survey.js';
import { type EntityNode } from '#domain/mask/mask.js';
import { readFacts } from '#storage/declared/fact.repository.js';
import {
  answersByEntity,
  pairedAnswers,
  replaceSurvey,
  respondentsByEntity,
} from '#storage/declared/survey.repository.js';
import { organizationById, type OrganizationFacts } from '#storage/organization/organization.js';
import { organizationNode } from '../measures/organization-node.js';

/**
 * Publishes the counts of surveys, in the transaction that stored their answers. Of real people each survey is
 * published once: the import refuses to add to it afterwards.
 */
export async function publishSurveys(
  tx: EntityManager,
  organizationId: string,
  surveys: readonly string[],
  now: Date,
): Promise<void> {
  const organization = await organizationById(tx, organizationId);
  const questions = await readFacts(tx, organizationId, 'surveys');
  for (const survey of surveys) {
    const own = questions.filter(({ surveyKey }) => surveyKey === survey);
    if (own.length > 0) await publishOne(tx, organization, survey, own, now);
  }
}

async function publishOne(
  tx: EntityManager,
  organization: OrganizationFacts,
  survey: string,
  questions: readonly SurveyQuestion[],
  now: Date,
): Promise<void> {
  const { id } = organization;
  const day = questions[0]?.askedOn ?? now.toISOString().slice(0, 10);
  const tree = await respondentsByEntity(tx, id, survey, day);
  const top = tree[0]?.key ?? organizationNode;
  const known = new Set(tree.map(({ key }) => key));
  const tallies = new Map<string, Map<string, Map<string, number>>>();
  for (const { entity, question, answer, people } of await answersByEntity(tx, id, survey)) {
    const place = entity !== null && known.has(entity) ? entity : top;
    const tally = tallies.get(place) ?? new Map<string, Map<string, number>>();
    const counts = tally.get(question) ?? new Map<string, number>();
    tallies.set(place, tally.set(question, counts.set(answer, (counts.get(answer) ?? 0) + people)));
  }
  const places = publishSurvey(rooted(tree), tallies, questions, organization);
  await replaceSurvey(tx, id, survey, now, places, await pairs(tx, organization, survey));
}

/** Shown only where each of the four sets, and those who answered only once, hold k people or nobody at all. */
async function pairs(tx: EntityManager, { id, k }: OrganizationFacts, survey: string): Promise<SurveyPairs[]> {
  const found = await pairedAnswers(tx, id, survey);
  return found
    .filter(({ both, onlyBefore, onlyAfter, neither }) => Math.min(both, onlyBefore, onlyAfter, neither) >= k)
    .filter(({ beforeOnly, afterOnly }) => [beforeOnly, afterOnly].every((people) => people === 0 || people >= k))
    .map(({ question, before, both, onlyBefore, onlyAfter, neither }) => ({
      ...{ question, before, both, onlyBefore, onlyAfter, neither },
    }));
}

function rooted(tree: readonly (EntityNode & { people: number })[]): (EntityNode & { people: number })[] {
  const roots = tree.filter(({ parent }) => parent === null);
  if (roots.length === 1) return [...tree];
  const top = { key: organizationNode, parent: null, headcount: 0, people: 0 };
  return [top, ...tree.map((node) => (node.parent === null ? { ...node, parent: organizationNode } : node))];
}
