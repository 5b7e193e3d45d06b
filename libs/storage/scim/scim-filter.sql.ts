import { type Names } from '../vault/names.js';
import { openColumns, type ScimCondition, type ScimOperator } from './scim-filter.js';
import { foldedToken } from './sealed-content.js';

const comparisons = { eq: '=', ne: 'is distinct from', gt: '>', ge: '>=', lt: '<', le: '<=' } as const;

/**
 * What the database can tell of a branch: all of what is said of open columns, and tokens of what must be equal. Where
 * something else is said of what is sealed, more rows pass than hold. Adds its values to `parameters`.
 */
export function branchSql(branch: readonly ScimCondition[], names: Names, parameters: unknown[]): string {
  const parts = branch.flatMap((one) => {
    const column = openColumns[one.attribute];
    return column === undefined ? tokenSql(one, names, parameters) : [openSql(one, column, parameters)];
  });
  return parts.join(' and ') || 'true';
}

function tokenSql(
  { attribute, operator, value, negated }: ScimCondition,
  names: Names,
  parameters: unknown[],
): string[] {
  if (operator !== 'eq' || negated || typeof value !== 'string') return [];
  const place = (token: string) => `$${parameters.push(token)}::text`;
  switch (attribute) {
    case 'username':
      return [`user_token = ${place(foldedToken(names, value))}`];
    case 'externalid':
      return [`external_token = ${place(names.token(value))}`];
    case 'emails.value':
    case 'employeenumber':
    case 'displayname':
      return [`${place(foldedToken(names, value))} = any(name_tokens)`];
    default:
      return [];
  }
}

function openSql({ attribute, operator, value, negated }: ScimCondition, sql: string, parameters: unknown[]): string {
  const not = (text: string) => (negated ? `not coalesce(${text}, false)` : text);
  if (operator === 'pr') return not(`${sql} is not null`);
  const place = `$${parameters.push(value)}`;
  if (attribute === 'active') return not(`${sql} ${operator === 'ne' ? '<>' : '='} ${place}::boolean`);
  if (attribute.startsWith('meta.')) return not(`${sql} ${comparisonOf(operator)} ${place}::timestamptz`);
  const right = `${place}::text`;
  if (operator === 'co') return not(`strpos(${sql}, ${right}) > 0`);
  if (operator === 'sw') return not(`starts_with(${sql}, ${right})`);
  if (operator === 'ew') return not(`right(${sql}, length(${right})) = ${right}`);
  return not(`${sql} ${comparisonOf(operator)} ${right}`);
}

const comparisonOf = (operator: ScimOperator) =>
  operator in comparisons ? comparisons[operator as keyof typeof comparisons] : '=';
