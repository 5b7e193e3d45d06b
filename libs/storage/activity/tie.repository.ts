import { type EntityManager } from 'typeorm';
import { type EventKind, eventKinds } from '#domain/events/kind.js';
import { execute, rowsOf } from '../database.js';
import { isOn, type OrganizationFacts } from '../organization/organization.js';
import * as sql from './tie.sql.js';

const code = (kind: EventKind) => eventKinds.indexOf(kind);

/** Who answers whom is kept only while one of the modules that count it is on. */
export const keepsTies = (organization: OrganizationFacts): boolean =>
  isOn(organization, 'ties') || isOn(organization, 'relays') || isOn(organization, 'influence');

/**
 * Rebuilds the ties of the local days [from, to) from the ledger and returns those that changed; with every module off,
 * forgets all there are. Both ends are Mondays. Safe to repeat.
 */
export async function rebuildTies(
  tx: EntityManager,
  organization: OrganizationFacts,
  from: string,
  to: string,
): Promise<string[]> {
  if (!keepsTies(organization)) {
    await execute(tx, `delete from activity_tie where organization_id = $1`, [organization.id]);
    return [];
  }
  const range = [organization.id, from, to];
  const kinds = [code('comment'), code('reaction'), code('reaction_removed'), code('mention')];
  await tx.query(sql.createTieDay, [...range, organization.timezone, ...kinds]);
  const changed = (await rowsOf<{ day: string }>(tx, sql.changedTieDays, range)).map(({ day }) => day);
  await tx.query(sql.clearTieDays, [organization.id, changed]);
  await tx.query(sql.fillTieDays, [organization.id, changed]);
  await tx.query(`drop table tie_day`);
  return changed;
}

export async function mergeTies(tx: EntityManager, organizationId: string, from: number, into: number): Promise<void> {
  await tx.query(sql.mergeTies, [organizationId, from, into]);
}

export function forgetTies(tx: EntityManager, organizationId: string, before: string): Promise<number> {
  return execute(tx, `delete from activity_tie where organization_id = $1 and day < $2::date`, [
    organizationId,
    before,
  ]);
}
