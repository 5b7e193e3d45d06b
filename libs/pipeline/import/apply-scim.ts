import { type DataSource, type EntityManager } from 'typeorm';
import { isHeld } from '#connectors/directory/daily-guard.js';
import { DerivedTree, GivenTree } from '#connectors/directory/entity-path.js';
import { type PersonRow } from '#connectors/csv/rows.js';
import { lockOrganization, rowsOf } from '#storage/database.js';
import { namedEntities, standingOn } from '#storage/directory/standing.js';
import {
  addToDirectoryDay,
  beginDirectoryDay,
  directorySetting,
  saveDirectorySetting,
} from '#storage/scim/directory-settings.js';
import { settleUsers, waitingUsers } from '#storage/scim/waiting-users.js';
import { applyDirectory } from './apply-directory.js';
import { DirectoryRows } from './directory-rows.js';
import { endAdoption } from './end-adoption.js';
import { type Intent, intentsOf } from './scim-intents.js';
import { withinOrganization } from '#storage/wall/within-organization.js';

const atOnce = 5000;

export interface ScimReport {
  joined: number;
  left: number;
  moved: number;
  held: number;
  /** There are more users to take. */
  more: boolean;
}

/**
 * Takes into the directory what the identity provider said since the last time, as a file of people would say it: who is
 * inactive or deleted leaves today and stays in the past; who is new joins today, or has always been there on the day on
 * which the directory begins. More leavers or moves than a day may have are held. Safe to repeat, also at once.
 */
export async function applyScim(work: DataSource, organizationId: string, now: Date): Promise<ScimReport> {
  return withinOrganization(organizationId, async () => {
    return work.transaction(async (tx) => {
      await lockOrganization(tx, organizationId);
      const waiting = await waitingUsers(tx, organizationId, atOnce);
      const report = { joined: 0, left: 0, moved: 0, held: 0, more: waiting.length === atOnce };
      if (waiting.length === 0) return report;
      await endAdoption(tx, organizationId);
      const today = await localDay(tx, organizationId, now);
      const standing = await standingOn(tx, organizationId, today);
      const setting = await directorySetting(tx, organizationId);
      const entities = await namedEntities(tx, organizationId);
      const derivesTree = setting.derivesTree ?? entities.length === 0;
      const tree = derivesTree ? new DerivedTree(entities.map(({ key }) => key)) : new GivenTree(entities);
      const root = entities.filter(({ parent }) => parent === null);
      const fallback = root.length === 1 ? (root[0]?.key ?? null) : null;

      const intents = await intentsOf(tx, organizationId, waiting, {
        standing,
        tree,
        fallback,
        order: setting.entityFrom,
      });
      const day = await beginDirectoryDay(tx, organizationId, today, standing.size);
      const limits = { leave: setting.leaversAbove, move: setting.movesAbove };
      const unasked = (change: string) => intents.filter((one) => one.change === change && !one.isApproved);
      const taken = { ...day, known: day.known === 0 ? 0 : Math.max(day.known, standing.size + day.leavers) };
      const held = new Set<Intent>();
      for (const sort of ['leave', 'move'] as const)
        if (isHeld(sort, unasked(sort).length, taken, limits)) for (const one of unasked(sort)) held.add(one);

      const going = intents.filter((one) => !held.has(one));
      const from = day.known === 0 ? null : today;
      await write(tx, organizationId, going, { tree, now, today, from });
      if (setting.derivesTree === null) await saveDirectorySetting(tx, organizationId, { ...setting, derivesTree });
      const counts = countsOf(going, () => true);
      await addToDirectoryDay(
        tx,
        organizationId,
        today,
        countsOf(going, ({ isApproved }) => !isApproved),
      );
      await settleUsers(
        tx,
        organizationId,
        intents.flatMap((one) =>
          one.users.map(({ id, version }) => ({
            ...{ id, version, entityUnknown: one.isUnknown },
            held: held.has(one) ? (one.change as 'leave' | 'move') : null,
          })),
        ),
      );
      return { ...report, joined: counts.joiners, left: counts.leavers, moved: counts.moves, held: held.size };
    });
  });
}

function countsOf(intents: readonly Intent[], isCounted: (one: Intent) => boolean) {
  const count = (change: Intent['change']) => intents.filter((one) => one.change === change && isCounted(one)).length;
  return { joiners: count('join'), leavers: count('leave'), moves: count('move') };
}

/** First who there is and by what names, which moves nobody; then the entities, and who is elsewhere than before. */
async function write(
  tx: EntityManager,
  organizationId: string,
  intents: readonly Intent[],
  { tree, now, today, from }: { tree: DerivedTree | GivenTree; now: Date; today: string; from: string | null },
): Promise<void> {
  const options = { now, importId: -1, snapshot: null };
  const named = new DirectoryRows();
  named.people.push(...intents.map(({ person }) => ({ line: 0, row: person })));
  if (named.people.length > 0) await applyDirectory(tx, organizationId, named, { ...options, keepsPlaces: true });
  const placed = new DirectoryRows();
  if (tree instanceof DerivedTree) placed.entities.push(...tree.fresh.map((row) => ({ line: 0, row })));
  for (const { person, change } of intents) {
    if (change === 'same') continue;
    const validFrom = change === 'join' ? from : today;
    const row: PersonRow = { ...person, validFrom, ...(change === 'leave' ? { entity: null, managerId: null } : {}) };
    placed.people.push({ line: 0, row });
  }
  if (placed.people.length + placed.entities.length > 0)
    await applyDirectory(tx, organizationId, placed, { ...options, keepsPlaces: false });
}

async function localDay(tx: EntityManager, organizationId: string, now: Date): Promise<string> {
  const [row] = await rowsOf<{ day: string }>(
    tx,
    `select ($2::timestamptz at time zone timezone)::date as day from organization where id = $1`,
    [organizationId, now.toISOString()],
  );
  if (!row) throw new Error('the organisation is gone');
  return row.day;
}
