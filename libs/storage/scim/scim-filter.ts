import { enterpriseOf, type ScimAttributes } from './sealed-content.js';

/** What a list may be asked for. */
export const scimAttributes = [
  'id',
  'externalid',
  'username',
  'displayname',
  'active',
  'emails.value',
  'emails.type',
  'members.value',
  'meta.lastmodified',
  'meta.created',
  'employeenumber',
] as const;
export type ScimAttribute = (typeof scimAttributes)[number];

export const scimOperators = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le', 'pr'] as const;
export type ScimOperator = (typeof scimOperators)[number];

export interface ScimCondition {
  attribute: ScimAttribute;
  operator: ScimOperator;
  /** Of the type of the attribute; null with `pr`. */
  value: string | boolean | null;
  negated: boolean;
}

/** Attributes in columns of their own, in clear: they name nobody. All others are sealed, and looked at one by one. */
export const openColumns: Partial<Record<ScimAttribute, string>> = {
  id: 'id::text',
  active: 'active',
  'meta.lastmodified': 'modified_at',
  'meta.created': 'created_at',
};

/** What is compared with case (RFC 7643). */
const exact: ReadonlySet<ScimAttribute> = new Set(['externalid']);

/** Whether everything holds that a branch says of what is sealed. What it says of e-mails is said of one of them; and so of members. */
export function sealedHolds(branch: readonly ScimCondition[], attributes: ScimAttributes): boolean {
  const scalars: Partial<Record<ScimAttribute, unknown>> = {
    externalid: attributes['externalId'],
    username: attributes['userName'],
    displayname: attributes['displayName'],
    employeenumber: enterpriseOf(attributes)['employeeNumber'],
  };
  const own = branch.filter(({ attribute }) => attribute in scalars);
  if (!own.every((one) => holds(one, scalars[one.attribute]))) return false;
  return (['emails', 'members'] as const).every((list) => {
    const said = branch.filter(({ attribute }) => attribute.startsWith(`${list}.`));
    if (said.length === 0) return true;
    const given = attributes[list];
    const elements = Array.isArray(given) ? (given as (Record<string, unknown> | null)[]) : [];
    return elements.some((element) => said.every((one) => holds(one, element?.[one.attribute.slice(list.length + 1)])));
  });
}

function holds({ attribute, operator, value, negated }: ScimCondition, said: unknown): boolean {
  const word = (text: unknown) => (exact.has(attribute) ? String(text) : String(text).toLowerCase());
  const left = said === undefined || said === null ? null : word(said);
  return compared(left, operator, word(value)) !== negated;
}

/** Greater and less go by the numbers of the characters. */
function compared(left: string | null, operator: ScimOperator, right: string): boolean {
  if (left === null) return operator === 'ne';
  switch (operator) {
    case 'pr':
      return true;
    case 'eq':
      return left === right;
    case 'ne':
      return left !== right;
    case 'co':
      return left.includes(right);
    case 'sw':
      return left.startsWith(right);
    case 'ew':
      return left.endsWith(right);
    case 'gt':
      return left > right;
    case 'ge':
      return left >= right;
    case 'lt':
      return left < right;
    case 'le':
      return left <= right;
  }
}
