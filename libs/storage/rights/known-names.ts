import { type EntityManager } from 'typeorm';
import { rowsOf } from '../database.js';
import { openUserNames } from '../scim/known-users.js';
import { type Names, normalName } from '../vault/names.js';

/** Somebody, by everything that they are called here. */
export interface KnownPerson {
  /** Places in the bitmaps: one, or more where names turn out to be of several who were only seen acting. */
  ordinals: number[];
  tokens: string[];
  /** In clear, as far as they are known. */
  names: string[];
  /** Users of the identity provider. */
  scim: string[];
}

/** Everybody whom one of these tokens stands for, with all their other names. */
export async function knownPerson(
  tx: EntityManager,
  organizationId: string,
  names: Names,
  asked: { tokens: readonly string[]; names: readonly string[] },
): Promise<KnownPerson> {
  const tokens = new Set([...asked.tokens, ...asked.names.map((name) => names.token(name))]);
  const spelled = new Set(asked.names.map(normalName));
  const ordinals = new Set<number>();
  const scim = new Set<string>();
  for (let before = -1; before !== tokens.size;) {
    before = tokens.size;
    for (const user of await openUserNames(tx, organizationId, names, [...tokens])) {
      if (scim.has(user.id) || !user.names.some((name) => tokens.has(names.token(name)))) continue;
      scim.add(user.id);
      for (const name of user.names) {
        tokens.add(names.token(name));
        spelled.add(normalName(name));
      }
    }
    const rows = await rowsOf<{ ordinal: number; alias: string; sealed: Buffer | null; name: Buffer | null }>(
      tx,
      `select n.ordinal, n.alias, n.sealed, p.sealed_name as name
         from person_alias n join person p on p.organization_id = $1 and p.ordinal = n.ordinal
        where n.organization_id = $1
          and n.ordinal in (select ordinal from person_alias where organization_id = $1 and alias = any($2))`,
      [organizationId, [...tokens]],
    );
    for (const { ordinal, alias, sealed, name } of rows) {
      ordinals.add(ordinal);
      tokens.add(alias);
      if (sealed !== null) spelled.add(normalName(names.open(sealed)));
      if (name !== null) spelled.add(names.open(name));
    }
  }
  return { ordinals: [...ordinals], tokens: [...tokens], names: [...spelled], scim: [...scim] };
}
