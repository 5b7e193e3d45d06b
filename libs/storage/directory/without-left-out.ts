import { type EntityManager } from 'typeorm';
import { namesOf } from '../vault/keyring.js';
import { leftOutOf } from '../vault/left-out.js';
import { type PersonInput } from './person-input.js';

/** The lines about whoever was neither erased nor has objected; who reported to such a person reports to nobody. */
export async function withoutLeftOut<Row extends PersonInput, Line extends { row: Row }>(
  tx: EntityManager,
  organizationId: string,
  people: readonly Line[],
): Promise<Line[]> {
  const leftOut = await leftOutOf(tx, organizationId);
  if (leftOut.size === 0) return [...people];
  const names = await namesOf(tx, organizationId);
  const isLeftOut = (name: string) => leftOut.has(names.token(name));
  return people
    .filter(({ row }) => ![row.personId, ...row.aliases].some(isLeftOut))
    .map((line) =>
      line.row.managerId !== null && isLeftOut(line.row.managerId)
        ? { ...line, row: { ...line.row, managerId: null } }
        : line,
    );
}
