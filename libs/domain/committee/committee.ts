import { type Day } from '../calendar/day.js';
import { sentence, type Sentence } from '../sentences/sentence.js';

export const itemKinds = ['decision', 'action'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** `asked`: a decision that a committee still has to take. `dropped`: refused, or given up since. */
export const itemStates = ['asked', 'open', 'done', 'dropped'] as const;
export type ItemState = (typeof itemStates)[number];

/** What a steering committee decided, gave somebody to do, or is asked to decide. */
export interface CommitteeItem {
  id: string;
  kind: ItemKind;
  text: string;
  /** A name or a function, as declared. */
  owner: string | null;
  /** Last day on time. */
  dueOn: Day | null;
  state: ItemState;
  /** Since when it is done or dropped. */
  settledOn: Day | null;
}

export interface Committee {
  id: string;
  heldOn: Day;
  /** Names or functions, as declared. */
  participants: readonly string[];
  items: readonly CommitteeItem[];
}

/** Still to be carried out after its last day. */
export const isLate = ({ state, dueOn }: CommitteeItem, today: Day): boolean =>
  state === 'open' && dueOn !== null && dueOn < today;

const byDay = (one: Committee, other: Committee) => one.heldOn.localeCompare(other.heldOn);

/** The one that sits today or next; null where none is planned. */
export const nextCommittee = <C extends Committee>(committees: readonly C[], today: Day): C | null =>
  [...committees].sort(byDay).find(({ heldOn }) => heldOn >= today) ?? null;

/** The last one that sat before a day; null where none has. */
export const lastCommittee = <C extends Committee>(committees: readonly C[], before: Day): C | null =>
  [...committees].sort(byDay).findLast(({ heldOn }) => heldOn < before) ?? null;

export interface ItemCounts {
  asked: number;
  /** To be carried out, late or not. */
  open: number;
  late: number;
  done: number;
  dropped: number;
}

export function countItems(items: readonly CommitteeItem[], today: Day): ItemCounts {
  const counts: ItemCounts = { asked: 0, open: 0, late: 0, done: 0, dropped: 0 };
  for (const item of items) {
    counts[item.state] += 1;
    if (isLate(item, today)) counts.late += 1;
  }
  return counts;
}

/** What was decided last, what became of it by today, and what is asked next; `of`: as the committee of that day is told. */
export function committeeSentence(committees: readonly Committee[], today: Day, of: Day = today): Sentence {
  const last = lastCommittee(committees, of);
  const next = nextCommittee(committees, of);
  if (!last && !next) return sentence('committee.none', {});
  // What is put to a later one is not asked of the next.
  const soon = committees.filter(({ heldOn }) => next === null || heldOn <= next.heldOn);
  const { asked } = countItems(itemsOf(soon), today);
  const coming = { next: next?.heldOn ?? '', asked };
  if (!last) return sentence('committee.first', coming);
  const { open, late, done, dropped } = countItems(last.items, today);
  const older = committees.filter(({ heldOn, id }) => heldOn < of && id !== last.id);
  const taken = (kind: ItemKind) => last.items.filter((item) => item.kind === kind && item.state !== 'asked').length;
  return sentence('committee.became', {
    ...{ day: last.heldOn, decisions: taken('decision'), actions: taken('action'), open, late, done, dropped },
    ...{ older: countItems(itemsOf(older), today).open, ...coming },
  });
}

export const itemsOf = (committees: readonly Committee[]): CommitteeItem[] => committees.flatMap(({ items }) => items);
