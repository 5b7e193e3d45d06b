import { asBoolean, asObject, single } from './loose-value.js';

export const enterpriseUser = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/**
 * The body of a POST or PUT as the schema wants it: providers send booleans as words, a manager as a bare id, and null
 * for what there is not.
 */
export function readResourceBody(body: unknown): unknown {
  const given = asObject(body);
  if (given === null) return body;
  const read: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    if (value === null) continue;
    const name = key.toLowerCase();
    if (name === 'active') read[key] = asBoolean(single(value));
    else if (name === 'emails') read[key] = readEmails(value);
    else if (name === 'members') read[key] = readMembers(value);
    else if (name === enterpriseUser.toLowerCase()) read[key] = readEnterprise(value);
    else read[key] = value;
  }
  return read;
}

/** Null where it names nobody. */
export function readManager(value: unknown): { value: string } | null {
  const given = single(value);
  const id = asObject(given)?.['value'] ?? given;
  return typeof id === 'string' && id !== '' ? { value: id } : null;
}

export function readEmails(value: unknown): unknown {
  const list = Array.isArray(value) ? value : [value];
  return list
    .filter((email) => asObject(email)?.['value'] !== null)
    .map((email: unknown) => {
      const given = typeof email === 'string' ? { value: email } : asObject(email);
      if (given === null) return email;
      const told = Object.entries(given).filter(([, part]) => part !== null);
      return Object.fromEntries(told.map(([key, part]) => [key, key === 'primary' ? asBoolean(part) : part]));
    });
}

/** Only whom it names: what somebody is called is not kept. */
export function readMembers(value: unknown): unknown {
  const list = Array.isArray(value) ? value : [value];
  return list.map((member: unknown) => {
    const given = typeof member === 'string' ? { value: member } : asObject(member);
    if (given === null) return member;
    return { value: given['value'], ...(typeof given['type'] === 'string' && { type: given['type'] }) };
  });
}

function readEnterprise(value: unknown): unknown {
  const given = asObject(value);
  if (given === null) return value;
  const read = Object.entries(given).flatMap(([key, part]): [string, unknown][] => {
    if (part === null) return [];
    if (key.toLowerCase() !== 'manager') return [[key, part]];
    const manager = readManager(part);
    return manager === null ? [] : [[key, manager]];
  });
  return Object.fromEntries(read);
}
