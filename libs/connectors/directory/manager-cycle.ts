import { type PersonRow } from '../csv/rows.js';
import { type Located } from '../rejection.js';
import { type Period, overlap } from './period.js';

type Row = Located<PersonRow>;

/** The rows, in the order of the file, whose manager closes a circle with earlier rows on a day that all of them share. */
export function closingLinks(rows: readonly Row[]): Row[] {
  const closing: Row[] = [];
  const links = new Map<string, Row[]>();
  for (const located of suspects(rows)) {
    const { personId, managerId, validFrom, validTo } = located.row;
    if (managerId === null) continue;
    if (leadsTo(personId, managerId, { from: validFrom, to: validTo }, links)) closing.push(located);
    else add(links, personId, located);
  }
  return closing;
}

/** Walks up the managers from a person, never leaving the days asked for. */
function leadsTo(goal: string, start: string, days: Period, links: ReadonlyMap<string, readonly Row[]>): boolean {
  const open: { person: string; days: Period }[] = [{ person: start, days }];
  const visited = new Set<string>();
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (step.person === goal) return true;
    for (const { row } of links.get(step.person) ?? []) {
      const shared = overlap(step.days, { from: row.validFrom, to: row.validTo });
      if (shared === null || row.managerId === null) continue;
      const key = JSON.stringify([row.managerId, shared.from, shared.to]);
      if (!visited.has(key)) open.push({ person: row.managerId, days: shared });
      visited.add(key);
    }
  }
  return false;
}

/**
 * The rows that could be in a circle at all, whatever their days: what remains after taking away, again and again, those
 * whose manager has no manager left. Keeps a large directory without circles linear.
 */
function suspects(rows: readonly Row[]): Row[] {
  const linked = rows.filter(({ row }) => row.managerId !== null);
  const reports = new Map<string, Row[]>();
  const linksLeft = new Map<string, number>();
  for (const located of linked) {
    add(reports, located.row.managerId ?? '', located);
    linksLeft.set(located.row.personId, (linksLeft.get(located.row.personId) ?? 0) + 1);
  }
  const free = [...reports.keys()].filter((person) => !linksLeft.has(person));
  const safe = new Set<Row>();
  for (let person = free.pop(); person !== undefined; person = free.pop()) {
    for (const located of reports.get(person) ?? []) {
      safe.add(located);
      const left = (linksLeft.get(located.row.personId) ?? 0) - 1;
      linksLeft.set(located.row.personId, left);
      if (left === 0) free.push(located.row.personId);
    }
  }
  return linked.filter((located) => !safe.has(located));
}

function add(lists: Map<string, Row[]>, key: string, row: Row): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [row]);
  else list.push(row);
}
