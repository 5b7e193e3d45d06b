/** Everything a source may report. The index of a kind is what the database stores: add at the end, never reorder. */
export const eventKinds = [
  'login',
  'view',
  'post',
  'comment',
  'reaction',
  'mention',
  'share',
  'group_created',
  'group_joined',
  'invitation_sent',
  'profile_completed',
  'message_sent',
  'profile_created',
  'reaction_removed',
  'file_shared',
  'search',
  'logout',
  'group_left',
  'resolved',
  'other',
] as const;

export type EventKind = (typeof eventKinds)[number];

const indexes: ReadonlyMap<string, number> = new Map(eventKinds.map((kind, index) => [kind, index]));

export function isEventKind(word: string): word is EventKind {
  return indexes.has(word);
}

/** The small integer stored for a kind. */
export function kindIndex(kind: EventKind): number {
  return indexes.get(kind) ?? -1;
}

/** Only arriving, looking, leaving, or something that happens to somebody else (docs/decisions/001). */
const unintentional: ReadonlySet<EventKind> = new Set(['login', 'view', 'search', 'logout', 'invitation_sent']);

/**
 * What an archive remembers of how groups and accounts came to be, from long before the days that it tells of: no
 * history begins with it, and it does not say that the rest of its day is told (docs/decisions/066).
 */
export const foundingKinds: readonly EventKind[] = ['group_created', 'profile_created'];

/** Whether the actor meant to do something by it. */
export function isIntentional(kind: EventKind): boolean {
  return !unintentional.has(kind);
}
