import { type EntityManager } from 'typeorm';
import { addDays, type Day, daysBetween } from '#domain/calendar/day.js';
import { type Wave } from '#domain/rollout/wave.js';
import { launchFacts } from '#storage/exact/exact-launch.repository.js';
import { type OrganizationFacts } from '#storage/organization/organization.js';
import { localOf } from './conversation-facts.js';

/** Days for which the fourteen of an opening are looked at, and kept as raw events. */
const lookedBack = 104;

/**
 * K56 in no SQL: managers of entities opened 14 to 104 days before, and those of them who passed the launch message on
 * within a fortnight of the opening. Null where raw events are gone, no message is declared, or nobody was to do it.
 */
export async function exactLaunch(
  tx: EntityManager,
  { id, timezone, sealedBefore }: OrganizationFacts,
  to: Day,
  tree: ReadonlyMap<string, readonly string[]>,
  waves: ReadonlyMap<string, Wave>,
): Promise<{ due: number; relayed: number } | null> {
  const from = addDays(to, -lookedBack);
  if (sealedBefore !== null && sealedBefore > from) return null;
  const { messages, passed, staff } = await launchFacts(tx, id, from, to);
  if (messages.length === 0) return null;
  const openedOn = (entity: string): Day | null => {
    const above = tree.get(entity) ?? [];
    const nearest = above.flatMap((one) => [...waves.values()].filter(({ entities }) => entities.includes(one)))[0];
    return nearest?.actualStart ?? null;
  };
  const leads = (person: number) => staff.some((one) => one.boss === person && one.person !== person);
  const managers = staff.filter(({ person, declared }) => declared || leads(person));
  const due = managers.flatMap(({ person, entity }) => {
    const opened = openedOn(entity);
    const since = opened === null ? null : daysBetween(opened, to);
    return opened !== null && since !== null && since >= 13 && since < lookedBack ? [{ person, opened }] : [];
  });
  const did = ({ person, opened }: { person: number; opened: Day }) =>
    passed.some((one) => {
      const waited = daysBetween(opened, localOf(one.at, timezone).toISOString().slice(0, 10));
      return one.person === person && waited >= 0 && waited < 14;
    });
  return due.length === 0 ? null : { due: due.length, relayed: due.filter(did).length };
}
