import { Types } from 'scimmy';
import { asObject } from '#connectors/scim/loose-value.js';
import { enterpriseUser } from '#connectors/scim/resource-body.js';
import {
  scimAttributes,
  type ScimAttribute,
  type ScimCondition,
  type ScimOperator,
  scimOperators,
} from '#storage/scim/scim-filter.js';
import { scimLimits } from './kept-schema.js';

const refuse = (message: string) => new Types.Error(400, 'invalidFilter', message);

/**
 * Any of the branches, all conditions of one; none = everything. The grammar is the library's, what may be asked for is
 * ours. Throws a SCIM error `invalidFilter`.
 */
export function filterBranches(filter: string | undefined): ScimCondition[][] {
  if (filter === undefined || filter.trim() === '') return [];
  // Every pair of alternatives in brackets doubles what the library makes of it.
  const alternatives = filter.match(/\b(or|not)\b/gi)?.length ?? 0;
  if (filter.length > scimLimits.filter || alternatives > scimLimits.branches) throw refuse('The filter is too long.');
  const branches = parse(filter).map((branch) => conditionsOf(branch, ''));
  if (branches.some((branch) => branch.length === 0)) throw refuse('The filter says nothing.');
  return branches;
}

function parse(filter: string): unknown[] {
  try {
    return Array.from(new Types.Filter(filter) as unknown as unknown[]);
  } catch (error) {
    if (error instanceof Types.Error) throw error;
    throw refuse('The filter cannot be read.');
  }
}

function conditionsOf(part: unknown, path: string): ScimCondition[] {
  if (Array.isArray(part)) {
    const list = part as unknown[];
    return typeof list[0] === 'string' ? [conditionOf(list, path)] : list.flatMap((one) => conditionsOf(one, path));
  }
  return Object.entries(asObject(part) ?? {}).flatMap(([key, inner]) =>
    conditionsOf(inner, path ? `${path}.${key}` : key),
  );
}

function conditionOf(words: readonly unknown[], path: string): ScimCondition {
  const negated = String(words[0]).toLowerCase() === 'not';
  const [operator, value] = words.slice(negated ? 1 : 0);
  const name = path
    .toLowerCase()
    .replace(`${enterpriseUser.toLowerCase()}:`, '')
    .replace(/^urn:ietf:params:scim:schemas:core:2\.0:(user|group):/, '');
  const attribute = scimAttributes.find((one) => one === name || one === `${name}.value`);
  const word = scimOperators.find((one) => one === String(operator).toLowerCase());
  if (attribute === undefined) throw refuse(`There is no filter on ${path}; there is on ${scimAttributes.join(', ')}.`);
  if (word === undefined) throw refuse('The filter compares in a way that is not known.');
  return { attribute, operator: word, value: word === 'pr' ? null : valueOf(attribute, word, value), negated };
}

function valueOf(attribute: ScimAttribute, operator: ScimOperator, value: unknown): string | boolean {
  const text = String(value);
  if (attribute === 'active') {
    if ((operator === 'eq' || operator === 'ne') && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
    throw refuse('active is true or false.');
  }
  if (!attribute.startsWith('meta.')) return text;
  const isCompared = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'].includes(operator);
  if (isCompared && Number.isFinite(Date.parse(text))) return new Date(text).toISOString();
  throw refuse('This is not an instant, such as 2026-01-31T08:00:00Z.');
}
