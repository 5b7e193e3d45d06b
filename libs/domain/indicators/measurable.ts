import { type EventKind } from '../events/kind.js';
import { type Note } from './indicator.js';

/**
 * What a source may leave out of what it tells: of events whom they address, what they answer and the group they are in;
 * of groups who created them, who looks after them, and whether they are described; which post is the launch message.
 */
export const attributes = [
  'target',
  'parent',
  'group',
  'group_creator',
  'group_owner',
  'group_description',
  'launch_message',
] as const;
export type Attribute = (typeof attributes)[number];

/** Declared rows without which an indicator says nothing. */
export type DeclaredRow = 'people' | 'waves' | 'mandates' | 'attendance';

/** What must be known before an indicator can be computed. */
export interface Evidence {
  /** Of each group of events at least one kind has to be reported; those of a group are worth the same. */
  events: readonly (readonly EventKind[])[];
  /** Each of them has to be told. */
  attributes: readonly Attribute[];
  rows: readonly DeclaredRow[];
}

/** Everything that the sources of an organisation have ever told, or that one kind of source can tell. */
export interface Told {
  kinds: readonly EventKind[];
  attributes: readonly Attribute[];
}

/** `partly`: what is left out would have counted as well. */
export interface Measurability {
  how: 'fully' | 'partly' | 'not';
  kinds: readonly EventKind[];
  attributes: readonly Attribute[];
}

/** Whether what was told is enough, and what is missing. */
export function measurableWith({ events, attributes: needed }: Evidence, told: Told): Measurability {
  const has = (kind: EventKind) => told.kinds.includes(kind);
  const silent = needed.filter((attribute) => !told.attributes.includes(attribute));
  const impossible = events.find((kinds) => !kinds.some(has));
  if (impossible || silent.length > 0) return { how: 'not', kinds: impossible ?? [], attributes: silent };
  // Of the long lists of acts nobody reports all; it is signing in, and the four ways of taking part, that weigh.
  const weighty = (kind: EventKind, kinds: readonly EventKind[]) => kinds.length <= 4 || kind === 'login';
  const missing = events.flatMap((kinds) => kinds.filter((kind) => !has(kind) && weighty(kind, kinds)));
  return { how: missing.length > 0 ? 'partly' : 'fully', kinds: [...new Set(missing)], attributes: [] };
}

const noteOf: Record<Attribute, Note> = {
  target: 'needs_targets',
  parent: 'source_without_replies',
  group: 'source_without_groups',
  group_creator: 'source_without_creators',
  group_owner: 'source_without_owners',
  group_description: 'source_without_descriptions',
  launch_message: 'source_without_launch',
};

const noteOfKind: Partial<Record<EventKind, Note>> = {
  login: 'source_without_logins',
  invitation_sent: 'source_without_invitations',
  resolved: 'source_without_resolutions',
};

/** Why a number cannot be measured with the sources of an organisation; null where it can, at least in part. */
export function whyUnmeasurable(evidence: Evidence, told: Told): Note | null {
  const { how, kinds, attributes: silent } = measurableWith(evidence, told);
  if (how !== 'not') return null;
  const [kind, attribute] = [kinds.length === 1 ? kinds[0] : undefined, silent[0]];
  if (kinds.length > 0) return (kind && noteOfKind[kind]) ?? 'source_without_events';
  return attribute ? noteOf[attribute] : null;
}

const unmeasurable: ReadonlySet<Note> = new Set([
  ...Object.values(noteOf),
  ...Object.values(noteOfKind),
  'source_without_events',
]);

/** Whether a number is missing because no source tells what it is made of: not zero, not hidden, not measurable. */
export const isUnmeasurable = (note: Note | undefined): boolean => note !== undefined && unmeasurable.has(note);
