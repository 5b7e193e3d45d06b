/** Ties (or interactions) from people of one unit to people of another. */
export interface TieCount {
  source: string;
  target: string;
  value: number;
  /** People of the source, and of the target, who have part in it. */
  sources: number;
  targets: number;
}

export interface TieTotal {
  /** What is shown of it, added up. */
  shown: number;
  /** Everything, hidden pairs included; null where it would tell about them. */
  total: number | null;
}

export interface PublishedTies {
  /** By source, then by target; a pair that is absent is hidden, or nobody has part in it. */
  pairs: Map<string, Map<string, number>>;
  bySource: Map<string, TieTotal>;
  byTarget: Map<string, TieTotal>;
  all: TieTotal;
}

export interface TieRules {
  k: number;
  bands: boolean;
  /** Whether a tie counts in both directions, so that rows and columns are the same. */
  mutual: boolean;
}

/**
 * Publishes a matrix of ties between the units of one layer (`units`: volume cells). A pair is shown where k people of
 * either side have part in it. A row's total includes what is hidden only where that is at least two pairs, of 2k and
 * surely k people on either side; columns, and rows of mutual ties, only where nothing in them is hidden, since
 * crossing totals would solve for the pairs. No other total of the same ties may be published by unit.
 */
export function publishTies(units: readonly string[], counts: readonly TieCount[], rules: TieRules): PublishedTies {
  const known = new Map(counts.map((count) => [`${count.source}\n${count.target}`, count]));
  const pairs = new Map<string, Map<string, number>>();
  const rows: Line[] = units.map(() => ({ shown: 0, hidden: [] }));
  const columns: Line[] = units.map(() => ({ shown: 0, hidden: [] }));
  units.forEach((source, row) => {
    const shown = new Map<string, number>();
    pairs.set(source, shown);
    units.forEach((target, column) => {
      const nobody: TieCount = { source, target, value: 0, sources: 0, targets: 0 };
      const count = known.get(`${source}\n${target}`) ?? nobody;
      const isShown = !rules.bands || Math.min(count.sources, count.targets) >= rules.k;
      if (isShown) shown.set(target, count.value);
      for (const line of [rows[row]!, columns[column]!]) {
        if (isShown) line.shown += count.value;
        else line.hidden.push(count);
      }
    });
  });
  const rowTotals = rows.map((line) => totalOf(line, !rules.mutual, rules.k));
  const columnTotals = columns.map((line) => totalOf(line, false, rules.k));
  const shown = rows.reduce((sum, line) => sum + line.shown, 0);
  // The whole less the rows whose totals are told is what those told nothing of hide.
  const untold = { shown: 0, hidden: rows.flatMap((line, row) => (rowTotals[row]!.total === null ? line.hidden : [])) };
  const hidden = rows.reduce((sum, line) => sum + valueOf(line.hidden), 0);
  const all = totalOf(untold, !rules.mutual, rules.k).total === null ? null : shown + hidden;
  const named = (totals: readonly TieTotal[]) => new Map(units.map((unit, place) => [unit, totals[place]!]));
  return { pairs, bySource: named(rowTotals), byTarget: named(columnTotals), all: { shown, total: all } };
}

interface Line {
  shown: number;
  hidden: TieCount[];
}

function totalOf({ shown, hidden }: Line, includesHidden: boolean, k: number): TieTotal {
  if (hidden.length === 0) return { shown, total: shown };
  const value = valueOf(hidden);
  const isSafe = includesHidden && hidden.length >= 2 && value >= 2 * k && surely(hidden, 'source') >= k;
  return { shown, total: isSafe && surely(hidden, 'target') >= k ? shown + value : null };
}

/** Fewest different people on one side of several pairs: units share nobody, the same people may be in all pairs of a unit. */
function surely(counts: readonly TieCount[], side: 'source' | 'target'): number {
  const most = new Map<string, number>();
  for (const count of counts) {
    const people = side === 'source' ? count.sources : count.targets;
    most.set(count[side], Math.max(most.get(count[side]) ?? 0, people));
  }
  return [...most.values()].reduce((sum, people) => sum + people, 0);
}

function valueOf(counts: readonly TieCount[]): number {
  return counts.reduce((sum, { value }) => sum + value, 0);
}
