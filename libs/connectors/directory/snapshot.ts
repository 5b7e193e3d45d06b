import { type HeldPlace, type HeldSnapshot } from '#domain/files/held-snapshot.js';
import { type PersonRow } from '../csv/rows.js';
import { type Located, UnreadableFileError } from '../rejection.js';

/** How a file that holds everybody of one day is taken. */
export interface SnapshotOptions {
  /** The day on which the file was true. */
  day: string;
  /** Somebody looked at how many leave and move: true = whatever comes of it, else as many as they saw. */
  approved: boolean | { left: number; moved: number };
  /** Shares of the people known above which somebody must. */
  heldAbove?: { left: number; moved: number };
  /** The first directory, or a correction of it: as without a day, it speaks of the weeks before it too. */
  isFromStart?: boolean;
  /** What people call an entity; by default its key. */
  nameOf?: (entity: string) => string;
}

/** What a snapshot says beside what was known of its day. */
export interface SnapshotChanges {
  joined: number;
  left: number;
  moved: number;
}

/** Too many would leave or move for a file that nobody looked at. */
export class SnapshotHeld extends UnreadableFileError {
  constructor(readonly held: HeldSnapshot) {
    super(
      'snapshot_held',
      null,
      `Of ${held.known} people ${held.left} would leave and ${held.moved} would move: approve it if that is right.`,
    );
  }
}

/** Above these shares of the people known, a snapshot waits for somebody to look: it may be a part of an export. */
const usually = { left: 0.1, moved: 0.2 } as const;

type Known = ReadonlyMap<string, { entity: string; bot: boolean }>;

/**
 * The rows of a directory as of one day: everybody in it is where it says from that day on, in the first directory from
 * the start, and who is known and not in it left that day, or never was in the one that it corrects. `refused`: ids of
 * lines that could not be read, whose people stay as they are; null = an id could not be read either. Throws
 * SnapshotHeld where too many leave or move and nobody approved.
 */
export function rowsOfSnapshot(
  rows: readonly Located<PersonRow>[],
  known: Known,
  refused: ReadonlySet<string | null>,
  { day, approved, heldAbove = usually, isFromStart = false, nameOf = (key) => key }: SnapshotOptions,
): { rows: Located<PersonRow>[]; changes: SnapshotChanges } {
  const validFrom = isFromStart ? null : day;
  const present = rows.map(({ line, row }) => ({ line, row: { ...row, validFrom, validTo: null } }));
  const named = new Set(present.map(({ row }) => row.personId));
  const gone = [...known].filter(([key]) => !named.has(key) && !refused.has(key));
  const first = new Map(present.toReversed().map(({ row }) => [row.personId, row.entity]));
  const moved = [...first].filter(([key, entity]) => known.has(key) && known.get(key)!.entity !== entity).length;
  const joined = [...first.keys()].filter((key) => !known.has(key)).length;
  const changes = { joined, left: gone.length, moved };
  const hasUnreadable = refused.has(null) && gone.length > 0;
  const isMany = gone.length > heldAbove.left * known.size || moved > heldAbove.moved * known.size || hasUnreadable;
  if (isMany && known.size > 0 && !covers(approved, changes)) {
    const places = placesOf(known, first, new Set(gone.map(([key]) => key)), nameOf);
    throw new SnapshotHeld({ day, known: known.size, ...changes, hasUnreadable, correctsFirst: isFromStart, places });
  }
  const left = gone.map(([personId, { bot }]) => ({ line: 0, row: { ...nobody, personId, bot, validFrom } }));
  return { rows: [...present, ...left], changes };
}

/** How many of those who are known a file of a part does not name: they stay as they are. Service accounts are nobody. */
export function unnamedOf(
  known: Known,
  rows: readonly Located<PersonRow>[],
  refused: ReadonlySet<string | null>,
): number {
  const named = new Set(rows.map(({ row }) => row.personId));
  return [...known].filter(([key, { bot }]) => !bot && !named.has(key) && !refused.has(key)).length;
}

/** The directory may have changed between the look and the taking: more than was seen is looked at again. */
function covers(approved: SnapshotOptions['approved'], { left, moved }: SnapshotChanges): boolean {
  if (typeof approved === 'boolean') return approved;
  return left <= approved.left && moved <= approved.moved;
}

/** Changes entity by entity, those with most leavers and movers first. */
function placesOf(
  known: Known,
  told: ReadonlyMap<string, string | null>,
  gone: ReadonlySet<string>,
  nameOf: (entity: string) => string,
): HeldPlace[] {
  const sizes = new Map<string, number>();
  for (const { entity } of known.values()) sizes.set(entity, (sizes.get(entity) ?? 0) + 1);
  const places = new Map<string, HeldPlace>();
  const count = (entity: string | null, what: 'joined' | 'left' | 'arrived' | 'departed') => {
    if (entity === null) return;
    const place = places.get(entity) ?? {
      ...{ place: nameOf(entity), known: sizes.get(entity) ?? 0 },
      ...{ joined: 0, left: 0, arrived: 0, departed: 0 },
    };
    place[what]++;
    places.set(entity, place);
  };
  for (const key of gone) count(known.get(key)!.entity, 'left');
  for (const [key, entity] of told) {
    const was = known.get(key)?.entity;
    if (was === undefined) count(entity, 'joined');
    else if (was !== entity) {
      count(was, 'departed');
      count(entity, 'arrived');
    }
  }
  const lost = ({ left, departed }: HeldPlace) => left + departed;
  return [...places.values()].sort((a, b) => lost(b) - lost(a) || (a.place < b.place ? -1 : 1));
}

const nobody: Omit<PersonRow, 'personId' | 'bot' | 'validFrom'> = {
  ...{ entity: null, managerId: null, level: null, validTo: null, aliases: [], name: null, site: null, trade: null },
};
