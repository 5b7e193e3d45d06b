import { asObject } from './loose-value.js';
import { enterpriseUser } from './resource-body.js';

export const entityAttributes = ['organization', 'division', 'department'] as const;
export type EntityAttribute = (typeof entityAttributes)[number];

/** What the directory needs of a user, of the attributes that were kept. */
export interface DirectoryUser {
  employeeNumber: string | null;
  /** As the provider named the manager: an id here, or one of its own. */
  manager: string | null;
  /** Names of entities from the top, those that are said. */
  path: string[];
  /** Other ids under which the person may act. */
  aliases: string[];
}

const longest = 256;

export function readDirectoryUser(
  attributes: Record<string, unknown>,
  order: readonly EntityAttribute[],
): DirectoryUser {
  const enterprise = asObject(attributes[enterpriseUser]) ?? {};
  const emails = Array.isArray(attributes['emails']) ? (attributes['emails'] as unknown[]) : [];
  const employeeNumber = words(enterprise['employeeNumber']);
  const aliases = [
    words(attributes['userName']),
    words(attributes['externalId']),
    employeeNumber,
    ...emails.map((email) => words(asObject(email)?.['value'])),
  ];
  return {
    employeeNumber,
    manager: words(asObject(enterprise['manager'])?.['value']),
    path: order.flatMap((attribute) => words(enterprise[attribute]) ?? []),
    aliases: [...new Set(aliases.filter((alias) => alias !== null))],
  };
}

function words(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  // Control characters and half characters cannot be stored as a key.
  return text === '' || text.length > longest || /\p{Cc}|\p{Cs}/u.test(text) ? null : text;
}
