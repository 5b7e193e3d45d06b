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

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

interface Column {
  sql: string;
  exact: boolean;
  /** The column that holds it as it is compared without case. */
  folded?: string;
}

/** Attribute → its expression. Compared without case where the schema says so (RFC 7643). */
const columns: Record<Exclude<ScimAttribute, `${string}.value` | 'emails.type'>, Column> = {
  id: { sql: 'id::text', exact: true },
  externalid: { sql: 'external_id', exact: true },
  username: { sql: 'user_name', exact: false, folded: 'folded_user_name' },
  displayname: { sql: `attributes->>'displayName'`, exact: false },
  active: { sql: 'active', exact: true },
  'meta.lastmodified': { sql: 'modified_at', exact: true },
  'meta.created': { sql: 'created_at', exact: true },
  employeenumber: { sql: `attributes#>>'{${enterprise},employeeNumber}'`, exact: false },
};

const comparisons = { eq: '=', ne: 'is distinct from', gt: '>', ge: '>=', lt: '<', le: '<=' } as const;

/** Any of the branches, in which every condition holds. Adds its values to `parameters`. */
export function filterSql(branches: readonly (readonly ScimCondition[])[], parameters: unknown[]): string {
  const any = branches.map((branch) => `(${branchSql(branch, parameters)})`);
  return any.length === 0 ? 'true' : `(${any.join(' or ')})`;
}

/** What is said of e-mails in one branch is said of one of them; and so of members. */
function branchSql(branch: readonly ScimCondition[], parameters: unknown[]): string {
  const parts = branch
    .filter(({ attribute }) => attribute in columns)
    .map((one) => conditionSql(one, columns[one.attribute as keyof typeof columns], parameters));
  for (const list of ['emails', 'members']) {
    const own = branch.filter(({ attribute }) => attribute.startsWith(`${list}.`));
    if (own.length === 0) continue;
    const element = own.map((one) =>
      conditionSql(one, { sql: `element->>'${one.attribute.slice(list.length + 1)}'`, exact: false }, parameters),
    );
    parts.push(
      `exists (select from jsonb_array_elements(coalesce(attributes->'${list}', '[]')) as element where ${element.join(' and ')})`,
    );
  }
  return parts.join(' and ') || 'true';
}

function conditionSql(
  { attribute, operator, value, negated }: ScimCondition,
  { sql, exact, folded = `lower(${sql})` }: Column,
  parameters: unknown[],
): string {
  const not = (text: string) => (negated ? `not coalesce(${text}, false)` : text);
  if (operator === 'pr') return not(`${sql} is not null`);
  const place = `$${parameters.push(value)}`;
  if (attribute === 'active') return not(`${sql} ${operator === 'ne' ? '<>' : '='} ${place}::boolean`);
  if (attribute.startsWith('meta.')) return not(`${sql} ${comparisonOf(operator)} ${place}::timestamptz`);
  const [left, right] = exact ? [sql, `${place}::text`] : [folded, `lower(${place}::text)`];
  if (operator === 'co') return not(`strpos(${left}, ${right}) > 0`);
  if (operator === 'sw') return not(`starts_with(${left}, ${right})`);
  if (operator === 'ew') return not(`right(${left}, length(${right})) = ${right}`);
  return not(`${left} ${comparisonOf(operator)} ${right}`);
}

const comparisonOf = (operator: ScimOperator) =>
  operator in comparisons ? comparisons[operator as keyof typeof comparisons] : '=';
