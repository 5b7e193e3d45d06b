import { type Names } from '../vault/names.js';
import { userNames } from './user-names.js';

/** What a provider said of somebody, or of a group, as it is given back. */
export type ScimAttributes = Record<string, unknown>;

export interface ScimContent {
  userName: string | null;
  externalId: string | null;
  active: boolean;
  attributes: ScimAttributes;
}

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** Columns of what is kept of a content, in the order of `contentValues`. */
export const contentColumns = ['sealed', 'user_token', 'external_token', 'name_tokens', 'manager_token'] as const;

/** Everything that was said in one envelope, and tokens of what it is looked for by. Groups alike: their names may name somebody. */
export function contentValues(names: Names, { userName, externalId, attributes }: Omit<ScimContent, 'active'>) {
  const displayName = attributes['displayName'];
  const said = userNames({ userName, externalId, attributes });
  const folded = [...said, ...(typeof displayName === 'string' ? [displayName] : [])];
  return [
    names.seal(JSON.stringify(attributes)),
    userName === null ? null : foldedToken(names, userName),
    names.tokenOrNull(externalId),
    [...new Set([...said.map((name) => names.token(name)), ...folded.map((name) => foldedToken(names, name))])],
    names.tokenOrNull(managerOf(attributes)),
  ] as const;
}

/** Of what is compared without case. */
export const foldedToken = (names: Names, name: string): string => names.token(name.toLowerCase());

/** Throws VaultClosed. */
export const openAttributes = (names: Names, sealed: Buffer): ScimAttributes =>
  JSON.parse(names.open(sealed)) as ScimAttributes;

export const textOf = (attributes: ScimAttributes, attribute: string): string | null => {
  const value = attributes[attribute];
  return typeof value === 'string' ? value : null;
};

export const enterpriseOf = (attributes: ScimAttributes): ScimAttributes =>
  (attributes[enterprise] as ScimAttributes | undefined) ?? {};

/** As the provider names the manager: an id here, or one of its own. */
export function managerOf(attributes: ScimAttributes): string | null {
  const manager = enterpriseOf(attributes)['manager'] as { value?: unknown } | null | undefined;
  return typeof manager?.value === 'string' ? manager.value : null;
}

/** The same without those who are forgotten: as manager of somebody, and as members of a group. */
export function withoutThem(attributes: ScimAttributes, isForgotten: (name: string) => boolean): ScimAttributes {
  const kept = { ...attributes };
  const manager = managerOf(attributes);
  if (manager !== null && isForgotten(manager)) {
    const { manager: _, ...rest } = enterpriseOf(attributes);
    kept[enterprise] = rest;
  }
  const { members } = attributes;
  if (Array.isArray(members))
    kept['members'] = members.filter((member: unknown) => {
      const value = (member as { value?: unknown } | null)?.value;
      return typeof value !== 'string' || !isForgotten(value);
    });
  return kept;
}
