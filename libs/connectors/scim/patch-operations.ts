import { asBoolean, asObject, single } from './loose-value.js';
import { enterpriseUser, readEmails, readManager, readMembers } from './resource-body.js';

/** One operation of RFC 7644 § 3.5.2, with a path. */
export interface PatchOperation {
  op: 'add' | 'replace' | 'remove';
  path: string;
  value?: unknown;
}

/** Attributes of RFC 7643 that Essor does not keep: what is said of them is heard and forgotten. */
const forgotten = new Set(
  [
    ...['name', 'displayName', 'nickName', 'profileUrl', 'title', 'userType', 'preferredLanguage', 'locale'],
    ...['timezone', 'password', 'phoneNumbers', 'ims', 'photos', 'addresses', 'groups', 'entitlements', 'roles'],
    ...['x509Certificates', 'costCenter'],
  ].map((name) => name.toLowerCase()),
);

const core = /^urn:ietf:params:scim:schemas:core:2\.0:(?:user|group)(?::|$)/i;
const extension = new RegExp(`^${enterpriseUser.replaceAll('.', '\\.')}(?::|$)`, 'i');
const filtered = /^emails\[\s*type\s+eq\s+"([^"]*)"\s*\]\.(\w+)$/i;

/**
 * The operations as the standard means them, of those that providers send: words for booleans, lists of one for a value,
 * an object without a path, paths with the URN of a schema, a bare id for a manager, and the replacement of an e-mail of
 * a type of which there is none. Anything else is left for the schema to judge.
 */
export function readPatchOperations(
  operations: readonly unknown[],
  kind: 'User' | 'Group',
  current: { emails?: readonly { type?: string }[] | undefined },
): unknown[] {
  const known = new Set((current.emails ?? []).map(({ type }) => type?.toLowerCase()));
  const added = new Map<string, Record<string, unknown>>();
  const read: unknown[] = [];
  for (const one of operations.flatMap(expand)) {
    const operation = asOperation(one);
    if (operation === null) {
      read.push(one);
      continue;
    }
    const [, type, part] = filtered.exec(operation.path) ?? [];
    if (type !== undefined && part !== undefined && operation.op !== 'remove' && !known.has(type.toLowerCase())) {
      const email = added.get(type) ?? { type };
      email[part] = part === 'primary' ? asBoolean(operation.value) : single(operation.value);
      if (!added.has(type)) read.push({ op: 'add', path: 'emails', value: [email] });
      added.set(type, email);
    } else read.push(...readOperation(operation, kind));
  }
  return read;
}

function asOperation(one: unknown): PatchOperation | null {
  const { op, path, value } = asObject(one) ?? {};
  const word = typeof op === 'string' ? op.toLowerCase() : op;
  if (typeof path !== 'string' || path === '') return null;
  if (word !== 'add' && word !== 'replace' && word !== 'remove') return null;
  return { op: word, path: path.replace(core, ''), ...(value === undefined ? {} : { value }) };
}

/** An object without a path, or for a whole schema, is one operation for each of its attributes. */
function expand(one: unknown): unknown[] {
  const { op, path, value } = asObject(one) ?? {};
  const parts = asObject(value);
  const prefix = typeof path === 'string' ? path : '';
  const whole = prefix === '' || (isSchema(prefix) && prefix.length > 0);
  if (!whole || parts === null) return [one];
  const base = prefix === '' || core.test(prefix) ? '' : `${enterpriseUser}:`;
  return Object.entries(parts).flatMap(([key, part]) =>
    isSchema(key) && asObject(part) ? expand({ op, path: key, value: part }) : [{ op, path: base + key, value: part }],
  );
}

const isSchema = (path: string) =>
  path.toLowerCase() === enterpriseUser.toLowerCase() || (core.test(path) && path.replace(core, '') === '');

function readOperation({ op, path, value }: PatchOperation, kind: 'User' | 'Group'): PatchOperation[] {
  const isExtension = extension.test(path);
  const own = path.replace(extension, '');
  const head = (own.split(/[.[]/, 1)[0] ?? '').toLowerCase();
  const isForgotten = forgotten.has(head) && !(kind === 'Group' && head === 'displayname');
  // A schema of somebody else's: it was never advertised here.
  if (isForgotten || head === 'schemas' || (/^urn:/i.test(path) && !isExtension)) return [];
  if (isExtension && head === 'manager') return managerOperation(op, own, value);
  if (op === 'remove') return [value === undefined ? { op, path } : { op, path, value: readList(head, value) }];
  const inside = /[.\]]/.test(own);
  const given = inside ? single(value) : readValue(head, value);
  if (given === null || (given === '' && head !== 'username')) return [{ op: 'remove', path }];
  return [{ op, path, value: /\.primary$/i.test(own) ? asBoolean(given) : given }];
}

function managerOperation(op: PatchOperation['op'], own: string, value: unknown): PatchOperation[] {
  const path = `${enterpriseUser}:manager`;
  // What the manager is called, and where: of no use without the id.
  if (/^manager\.(displayName|\$ref)$/i.test(own)) return [];
  const manager = op === 'remove' ? null : readManager(value);
  return [manager === null ? { op: 'remove', path } : { op: 'replace', path, value: manager }];
}

function readList(head: string, value: unknown): unknown {
  if (head === 'members') return readMembers(value);
  return head === 'emails' ? readEmails(value) : value;
}

function readValue(head: string, value: unknown): unknown {
  if (value === null || head === 'members' || head === 'emails') return value === null ? null : readList(head, value);
  const one = single(value);
  const bare = asObject(one)?.['value'] ?? one;
  return head === 'active' ? asBoolean(bare) : typeof bare === 'number' ? String(bare) : bare;
}
