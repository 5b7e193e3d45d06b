import { type PersonRow } from '../csv/rows.js';
import { type Located, UnreadableFileError } from '../rejection.js';

/** How a file that holds everybody of one day is taken. */
export interface SnapshotOptions {
  /** The day on which the file was true. */
  day: string;
  /** Somebody looked at how many leave and move. */
  approved: boolean;
  /** Shares of the people known above which somebody must. */
  heldAbove?: { left: number; moved: number };
}

/** What a snapshot says beside what was known of its day. */
export interface SnapshotChanges {
  joined: number;
  left: number;
  moved: number;
}

/** Above these shares of the people known, a snapshot waits for somebody to look: it may be a part of an export. */
const usually = { left: 0.1, moved: 0.2 } as const;

/**
 * The rows of a directory as of one day: everybody in it is where it says from that day on, and who is known and not in
 * it left that day. `refused`: ids of lines that could not be read, whose people stay as they are; null = an id could not
 * be read either. Throws UnreadableFileError (`snapshot_held`) where too many leave or move and nobody approved.
 */
export function rowsOfSnapshot(
  rows: readonly Located<PersonRow>[],
  known: ReadonlyMap<string, { entity: string; bot: boolean }>,
  refused: ReadonlySet<string | null>,
  { day, approved, heldAbove = usually }: SnapshotOptions,
): { rows: Located<PersonRow>[]; changes: SnapshotChanges } {
  const present = rows.map(({ line, row }) => ({ line, row: { ...row, validFrom: day, validTo: null } }));
  const named = new Set(present.map(({ row }) => row.personId));
  const gone = [...known].filter(([key]) => !named.has(key) && !refused.has(key));
  const first = new Map(present.toReversed().map(({ row }) => [row.personId, row.entity]));
  const moved = [...first].filter(([key, entity]) => known.has(key) && known.get(key)!.entity !== entity).length;
  const joined = [...first.keys()].filter((key) => !known.has(key)).length;
  const changes = { joined, left: gone.length, moved };
  const isMany =
    gone.length > heldAbove.left * known.size ||
    moved > heldAbove.moved * known.size ||
    (refused.has(null) && gone.length > 0);
  if (isMany && known.size > 0 && !approved)
    throw new UnreadableFileError(
      'snapshot_held',
      null,
      `Of ${known.size} people ${gone.length} would leave and ${moved} would move: approve it if that is right.`,
    );
  const left = gone.map(([personId, { bot }]) => ({ line: 0, row: { ...nobody, personId, bot, validFrom: day } }));
  return { rows: [...present, ...left], changes };
}

const nobody: Omit<PersonRow, 'personId' | 'bot' | 'validFrom'> = {
  ...{ entity: null, managerId: null, level: null, validTo: null, aliases: [], name: null, site: null, trade: null },
};
