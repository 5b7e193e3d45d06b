import { EXACT_FROM, type Interval } from '#domain/mask/bands.js';
import { isCell, type Mask } from '#domain/mask/mask.js';
import { publishHistogram } from '#domain/mask/publish-histogram.js';
import { publishVolume, volumeCells } from '#domain/mask/volumes.js';
import { type LagBin, type LagKind, lagKinds } from '#domain/lags/lag.js';
import { type PublishedLag } from '#domain/lags/lag-histogram.js';
import { type LagMeasure } from '#storage/measures/lags.repository.js';
import { type StoredLagPlace } from '#storage/publication/lag.repository.js';
import { type PublicationRules } from './shelf.js';

type Part = 'entered' | 'events' | 'censored';
/** Neighbouring lags of one part that are counted together. */
interface Run {
  part: Part;
  lags: number[];
}

// Who was activated or has signed in is published as a state: its histogram must not say it again where that is a band.
const ofWholeOnly: readonly LagKind[] = ['activation', 'first_login', 'habit'];

/**
 * What may be read of lags; the mask and the rules decide, nothing else. Everyone of a place is in one bin: that of the
 * day on which it happened, or on which they were last seen without it. Parents come before children; a kind that would
 * mix both in one bin is not published.
 */
export function maskLags(mask: Mask, measures: readonly LagMeasure[], rules: PublicationRules): StoredLagPlace[] {
  const known = new Set(mask.nodes.filter(isCell).map(({ key }) => key));
  const units = volumeCells(mask, rules.bands ? EXACT_FROM : rules.k);
  return lagKinds.flatMap((kind) => {
    const tree = rules.bands && ofWholeOnly.includes(kind) ? wholeOf(units) : units;
    const places = publishKind(
      tree,
      measures.filter((row) => row.kind === kind),
      rules,
    );
    return places.map((place) => ({ kind, ...place, cells: place.cells.filter((cell) => known.has(cell)).sort() }));
  });
}

function publishKind(tree: Mask, rows: readonly LagMeasure[], rules: PublicationRules): Omit<StoredLagPlace, 'kind'>[] {
  const cells = cellsBelow(tree);
  const counts = new CellCounts(tree, cells, rows);
  const set = publishVolume(tree, (cell) => counts.all(cell.key), rules);
  const publish = (runs: readonly Run[]) =>
    publishHistogram(tree, set, runs.length, (bin, cell) => counts.of(cell, runs[bin]!), rules);
  const outcomes = runsOf(rows, rules, ['events', 'censored']);
  const histogram = publish(outcomes);
  const entries = runsOf(rows, rules, ['entered']);
  const arrivals = publish(entries);
  const mixed = (bins: readonly number[][], runs: readonly Run[]) =>
    bins.some((bin) => new Set(bin.map((position) => runs[position]!.part)).size > 1);
  if (mixed(histogram.bins, outcomes)) return [];
  const below = cellsBelow(histogram.cells);
  const units = new Set(tree.nodes.filter(isCell).map(({ key }) => key));
  return histogram.cells.nodes.flatMap(({ key, parent }) => {
    const bins = new Map<number, PublishedLag>();
    const put = (runs: readonly Run[], { bins: joined, counts: tables }: typeof histogram) =>
      joined.forEach((positions, index) => {
        const { part, lags } = runs[positions.at(-1)!]!;
        const found = tables[index]!.get(key) ?? [0, 0];
        addTo(bins, lags.at(-1)!, part, found);
      });
    put(entries, arrivals);
    put(outcomes, histogram);
    const people = [...bins.values()].reduce((sum, { entered }) => sum + entered[0], 0);
    if (people < rules.k) return [];
    const shown = [...bins.values()].sort((one, other) => one.lag - other.lag);
    const members = (below.get(key) ?? []).filter((member) => units.has(member));
    return [{ node: key, parent, cells: members.flatMap((member) => cells.get(member)!), bins: shown }];
  });
}

function addTo(bins: Map<number, PublishedLag>, lag: number, part: Part, count: Interval): void {
  const bin = bins.get(lag) ?? { lag, entered: [0, 0], events: [0, 0], censored: [0, 0] };
  bins.set(lag, { ...bin, [part]: count });
}

/** Lags of each part, joined to the next until twice k people of the organisation are in them; what is left joins the last. */
function runsOf(rows: readonly LagBin[], rules: PublicationRules, parts: readonly Part[]): Run[] {
  return parts.flatMap((part) => {
    const people = new Map<number, number>();
    for (const row of rows) if (row[part] > 0) people.set(row.lag, (people.get(row.lag) ?? 0) + row[part]);
    const runs: (Run & { people: number })[] = [];
    for (const lag of [...people.keys()].sort((one, other) => one - other)) {
      const last = runs.at(-1);
      const isFull = !rules.bands || (last?.people ?? 0) >= 2 * rules.k;
      if (!last || isFull) runs.push({ part, lags: [lag], people: people.get(lag)! });
      else {
        last.lags.push(lag);
        last.people += people.get(lag)!;
      }
    }
    const [end, before] = [runs.at(-1), runs.at(-2)];
    if (rules.bands && end && before && end.people < 2 * rules.k) {
      before.lags.push(...end.lags);
      runs.pop();
    }
    return runs;
  });
}

/** Counts of the units of a tree, summed over the cells that they join. */
class CellCounts {
  private readonly counts = new Map<string, number>();
  private readonly totals = new Map<string, number>();

  constructor(tree: Mask, cells: ReadonlyMap<string, readonly string[]>, rows: readonly LagMeasure[]) {
    const unitOf = new Map(
      tree.nodes.filter(isCell).flatMap(({ key }) => cells.get(key)!.map((cell) => [cell, key] as const)),
    );
    for (const { cell, lag, ...parts } of rows) {
      const unit = unitOf.get(cell);
      if (unit === undefined) continue;
      this.totals.set(unit, (this.totals.get(unit) ?? 0) + parts.entered);
      for (const part of ['entered', 'events', 'censored'] as const) {
        const key = `${unit}/${part}/${lag}`;
        this.counts.set(key, (this.counts.get(key) ?? 0) + parts[part]);
      }
    }
  }

  all(unit: string): number {
    return this.totals.get(unit) ?? 0;
  }

  of(unit: string, { part, lags }: Run): number {
    return lags.reduce((sum, lag) => sum + (this.counts.get(`${unit}/${part}/${lag}`) ?? 0), 0);
  }
}

/** What every node joins, directly or below. */
function cellsBelow(tree: Mask): Map<string, string[]> {
  const cells = new Map<string, string[]>();
  for (const node of [...tree.nodes].reverse()) {
    const all = [...(cells.get(node.key) ?? []), ...(isCell(node) ? [...node.entities, ...node.vacant] : [])];
    cells.set(node.key, all);
    if (node.parent !== null) cells.set(node.parent, [...(cells.get(node.parent) ?? []), ...all]);
  }
  return cells;
}

/** The whole organisation as one unit. */
function wholeOf(units: Mask): Mask {
  const root = units.nodes[0];
  if (!root) return units;
  return { nodes: [{ ...root, kind: 'cell', entities: cellsBelow(units).get(root.key)!, vacant: [] }] };
}
