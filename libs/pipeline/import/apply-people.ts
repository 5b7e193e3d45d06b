import { type EntityManager } from 'typeorm';
import { type PersonRow } from '#connectors/csv/rows.js';
import { checkPeople } from '#connectors/directory/check-people.js';
import { entitiesInUse, havePaths, type Placed, placePeople } from '#connectors/directory/place-people.js';
import {
  rowsOfSnapshot,
  type SnapshotChanges,
  type SnapshotOptions,
  unnamedOf,
} from '#connectors/directory/snapshot.js';
import { UnreadableFileError } from '#connectors/rejection.js';
import { firstDirectoryDay, hasDirectory, markAdopted } from '#storage/directory/adopted.js';
import { readParents } from '#storage/directory/entities.js';
import { withoutLeftOut } from '#storage/directory/without-left-out.js';
import { placesOnDay } from '#storage/directory/people-on-day.js';
import { savePeople } from '#storage/directory/people.js';
import { saveProposedPlaces } from '#storage/directory/proposed-places.js';
import { namedEntities } from '#storage/directory/standing.js';
import { directorySetting } from '#storage/scim/directory-settings.js';
import { type Applied, emptyApplied } from './applied.js';
import { applyEntities } from './apply-entities.js';
import { type DirectoryRows } from './directory-rows.js';
import { endAdoption } from './end-adoption.js';
import { type ImportNote } from './import-request.js';

interface PeopleOptions {
  now: Date;
  /** The rows are accounts of a network, which put nobody anywhere. */
  keepsPlaces: boolean;
  snapshot: SnapshotOptions | null;
  /** The rows are what a network's accounts say, taken over until somebody hands people in. */
  adopts?: boolean;
}

/** People in their places; entities that only a path names are made first. */
export async function applyPeople(
  tx: EntityManager,
  organizationId: string,
  { people: given, refused }: DirectoryRows,
  { now, keepsPlaces, snapshot, adopts = false }: PeopleOptions,
): Promise<Applied> {
  const people = await withoutLeftOut(tx, organizationId, given);
  if (adopts && (await hasDirectory(tx, organizationId)))
    throw new UnreadableFileError('directory_known', null, 'People were handed in: they say where they are.');
  if (!keepsPlaces && !adopts) await endAdoption(tx, organizationId);
  const known = await readParents(tx, organizationId);
  const placed: Placed =
    keepsPlaces || !havePaths(people)
      ? { rows: people, rejections: [], fresh: [] }
      : placePeople(people, await namedEntities(tx, organizationId));
  const unread = new Set([...refused, ...placed.rejections.map(({ id }) => id)]);
  const asOf = snapshot && (await placesOnDay(tx, organizationId, snapshot.day));
  // Said, because whoever meant everybody would otherwise never hear of those who are missing.
  const unnamed =
    snapshot || keepsPlaces || adopts || !isFile(given)
      ? 0
      : unnamedOf(await placesOnDay(tx, organizationId, now.toISOString().slice(0, 10)), placed.rows, unread);
  const { leaversAbove, movesAbove } = await directorySetting(tx, organizationId);
  const heldAbove = { left: leaversAbove, moved: movesAbove };
  const nameOf = snapshot ? { nameOf: await pathNames(tx, organizationId, placed) } : {};
  const start = snapshot && (await startedBy(tx, organizationId, snapshot.day));
  const how = { heldAbove, isFromStart: start !== null, ...nameOf };
  const taken = snapshot && asOf && rowsOfSnapshot(placed.rows, asOf, unread, { ...snapshot, ...how });
  const keys = [...known.keys(), ...placed.fresh.map(({ entityId }) => entityId)];
  const checked = checkPeople(taken?.rows ?? placed.rows, new Set(keys));
  const entities = entitiesInUse(placed.fresh, checked.rows).map((row) => ({ line: 0, row }));
  const grown = entities.length === 0 ? emptyApplied() : await applyEntities(tx, organizationId, entities, now);
  const changes = await savePeople(tx, organizationId, checked.rows, { keepsPlaces });
  const proposed = keepsPlaces ? await propose(tx, organizationId, people, changes.ordinals) : 0;
  if (adopts)
    await markAdopted(
      ...([tx, organizationId] as const),
      [...changes.ordinals.values()],
      entities.map(({ row }) => row.entityId),
    );
  const inFile = checked.rows.filter(({ line }) => line > 0);
  const accepted = inFile.filter(({ row }) => changes.changed.has(row.personId)).length;
  // Hours of the week are kept by the entity of the day: what people did there before belongs elsewhere now.
  const moved = [...changes.moves].sort()[0];
  const links = changes.refusals.map((refusal) => ({ ...refusal, scope: 'link' as const }));
  return {
    ...emptyApplied([...placed.rejections, ...checked.rejections, ...links]),
    accepted,
    duplicates: inFile.length - accepted,
    snapshot: taken?.changes ?? null,
    days: [...grown.days, ...changes.days],
    eventsFrom: changes.matched ? '-infinity' : (moved ?? null),
    notes: [
      ...(keepsPlaces ? [] : foundIn(inFile.map(({ row }) => row))),
      ...(taken ? changedBy(taken.changes, changes.ledByOthers) : []),
      ...(start === null ? [] : [{ code: start, times: new Set(inFile.map(({ row }) => row.personId)).size }]),
      ...(unnamed > 0 ? [{ code: 'not_in_file' as const, times: unnamed }] : []),
      ...(changes.belied > 0 ? [{ code: 'reports_outweigh' as const, times: changes.belied }] : []),
      ...(proposed > 0 ? [{ code: 'tree_proposed' as const, times: proposed }] : []),
    ],
  };
}

/** Of a directory: whoever hands it in sees at once whether entities and managers were read from it. */
function foundIn(rows: readonly PersonRow[]): ImportNote[] {
  const entities = rows.flatMap(({ entity }) => entity ?? []);
  const managers = rows.flatMap(({ personId, manages, managerId }) => [
    ...(manages === true ? [personId] : []),
    ...(managerId === null ? [] : [managerId]),
  ]);
  return [
    { code: 'directory_people', times: new Set(rows.map(({ personId }) => personId)).size },
    { code: 'directory_entities', times: new Set(entities).size },
    { code: 'directory_managers', times: new Set(managers).size },
    ...partsIn(rows),
  ];
}

/**
 * What a file of everybody counts from the start as: nobody was there before it, or it is of the same day as the file
 * that was first, whose places would else stay in all weeks before. Null where it says what its own day changed.
 */
async function startedBy(tx: EntityManager, organizationId: string, day: string) {
  if (!(await hasDirectory(tx, organizationId))) return 'directory_first' as const;
  return (await firstDirectoryDay(tx, organizationId)) === day ? ('directory_corrects_first' as const) : null;
}

/** Of a directory that holds everybody: what it changed beside its own lines, as whom it does not name. */
const changedBy = ({ joined, left, moved }: SnapshotChanges, ledByOthers: number): ImportNote[] => [
  { code: 'directory_joined', times: joined },
  { code: 'directory_left', times: left },
  { code: 'directory_moved', times: moved },
  { code: 'directory_led_by_others', times: ledByOthers },
];

const has = {
  directory_links: ({ managerId }: PersonRow) => managerId !== null,
  directory_said: ({ manages }: PersonRow) => typeof manages === 'boolean',
  directory_levels: ({ level }: PersonRow) => level !== null,
  directory_days: ({ validFrom, validTo }: PersonRow) => validFrom !== null || validTo !== null,
  directory_sites: ({ site }: PersonRow) => site !== null,
  directory_trades: ({ trade }: PersonRow) => trade !== null,
} as const;

/** What is known of people from here on: the notice to them says so, and no more. */
const partsIn = (rows: readonly PersonRow[]): ImportNote[] =>
  (Object.keys(has) as (keyof typeof has)[]).map((code) => ({
    code,
    times: new Set(rows.filter(has[code]).map(({ personId }) => personId)).size,
  }));

/** What accounts say of where they work waits for somebody to look at it, while there is no directory. */
async function propose(
  tx: EntityManager,
  organizationId: string,
  accounts: DirectoryRows['people'],
  ordinals: ReadonlyMap<string, number>,
): Promise<number> {
  const paths = new Map<number, string>();
  for (const { row } of accounts) {
    const ordinal = ordinals.get(row.personId);
    if (ordinal !== undefined && row.entityPath) paths.set(ordinal, row.entityPath);
  }
  if (paths.size === 0 || (await hasDirectory(tx, organizationId))) return 0;
  return saveProposedPlaces(tx, organizationId, paths);
}

/** A directory service sends changes of some, and nobody reads what it did not name. */
const isFile = (rows: readonly { line: number }[]): boolean => rows.some(({ line }) => line > 0);

/** The path of an entity by its names, those included that the file is about to make. */
async function pathNames(tx: EntityManager, organizationId: string, { fresh }: Placed) {
  const entities = new Map(
    [
      ...(await namedEntities(tx, organizationId)),
      ...fresh.map(({ entityId, name, parentId }) => ({ key: entityId, name, parent: parentId })),
    ].map((entity) => [entity.key, entity]),
  );
  return (key: string): string => {
    const names: string[] = [];
    let entity = entities.get(key);
    while (entity && names.length < 50) {
      names.unshift(entity.name);
      entity = entity.parent === null ? undefined : entities.get(entity.parent);
    }
    return names.join(' > ');
  };
}
