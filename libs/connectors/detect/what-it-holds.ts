import { type EventKind, eventKinds, foundingKinds } from '#domain/events/kind.js';
import { type Attribute } from '#domain/indicators/measurable.js';
import { fileInMemory } from '../file-input.js';
import { type ImportItem } from '../import-item.js';
import { type ImportOptions, importFormat } from '../registry.js';
import { UnreadableFileError } from '../rejection.js';

/** What is in a file, in counts alone. */
export interface Holding {
  /** Lines or records, refused ones too. */
  rows: number;
  events: number;
  /** People listed; where nobody is, different actors. */
  accounts: number;
  groups: number;
  /** UTC days of the first and the last event; that a group or an account was made says nothing of when it begins. */
  firstDay: string | null;
  lastDay: string | null;
  kinds: { kind: EventKind; times: number }[];
  /** What its events and groups say beside who, when and what. */
  attributes: Attribute[];
}

/**
 * Reads a whole file for what there would be to count, and keeps nothing of it: names are held only while they are
 * counted. Null for a file that cannot be read.
 */
export async function whatItHolds(bytes: Buffer, kind: string, options: ImportOptions): Promise<Holding | null> {
  const format = importFormat(kind);
  if (format === null) return null;
  const tally = new Tally();
  try {
    for await (const items of format.parse(fileInMemory(bytes), options)) for (const item of items) tally.add(item);
  } catch (error) {
    if (error instanceof UnreadableFileError) return null;
    throw error;
  }
  return tally.holding();
}

const emptySpan = (): { first: string | null; last: string | null } => ({ first: null, last: null });

class Tally {
  private rows = 0;
  private groups = 0;
  private readonly lived = emptySpan();
  private readonly founded = emptySpan();
  private readonly people = new Set<string>();
  private readonly actors = new Set<string>();
  private readonly times = new Map<EventKind, number>();
  private readonly said = new Set<Attribute>();

  add(item: ImportItem): void {
    if (item.type === 'skipped') return;
    this.rows++;
    if (item.type === 'person') this.people.add(item.row.personId);
    if (item.type === 'group') {
      this.groups++;
      if (item.row.creatorId !== null) this.said.add('group_creator');
      if (item.row.ownerIds.length > 0) this.said.add('group_owner');
      if (item.row.hasDescription !== null) this.said.add('group_description');
    }
    if (item.type !== 'event') return;
    const { kind, occurredAt, actor, target, parent, group } = item.row;
    this.actors.add(actor);
    this.times.set(kind, (this.times.get(kind) ?? 0) + 1);
    const span = foundingKinds.includes(kind) ? this.founded : this.lived;
    if (span.first === null || occurredAt < span.first) span.first = occurredAt;
    if (span.last === null || occurredAt > span.last) span.last = occurredAt;
    if (target !== null) this.said.add('target');
    if (parent !== null) this.said.add('parent');
    if (group !== null) this.said.add('group');
  }

  holding(): Holding {
    const kinds = eventKinds.flatMap((kind) => {
      const times = this.times.get(kind);
      return times === undefined ? [] : [{ kind, times }];
    });
    const { first, last } = this.lived.first === null ? this.founded : this.lived;
    return {
      ...{ rows: this.rows, groups: this.groups, kinds },
      accounts: this.people.size > 0 ? this.people.size : this.actors.size,
      events: kinds.reduce((sum, { times }) => sum + times, 0),
      ...{ firstDay: first?.slice(0, 10) ?? null, lastDay: last?.slice(0, 10) ?? null },
      attributes: [...this.said],
    };
  }
}
