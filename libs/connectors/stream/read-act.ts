import { hash } from 'node:crypto';
import { type EventKind } from '#domain/events/kind.js';
import { type CanonicalEvent, checkEvent, eventLimits } from '../event/canonical-event.js';
import { textProblem } from '../event/text-problem.js';
import { tellable } from './json.js';
import { isKeepableName, type NameTable } from './name-table.js';
import { type Reading, refused, skipped } from './reading.js';

/** What somebody did, as a document of any vocabulary tells it. */
export interface Act {
  /** As the document gave it. */
  id: string | null;
  /** Under which an event is known again; null = made of what the event holds. */
  key: string | null;
  /** The name of what was done, the most exact first. */
  names: readonly [string, ...string[]];
  time: unknown;
  actor: string | null;
  object?: string | null;
  parent?: string | null;
  group?: string | null;
  /** Those addressed; an invitation of several is one event each. */
  targets?: readonly string[];
  mentions?: readonly string[];
  quantity?: unknown;
  dropped: number;
}

/** How a vocabulary names our fields. */
export type FieldNames = Partial<
  Record<'id' | 'occurred_at' | 'actor' | 'object' | 'parent' | 'group' | 'target', string>
>;

export interface Surroundings {
  names: NameTable;
  now: Date;
}

/** More people mentioned or invited at once are a mailing, not a conversation. */
const mostAddressed = 50;

/**
 * The events of an act: one, and one for each person mentioned or invited. A name that nobody has said anything about
 * is `other`, if there is somebody who did it and an instant.
 */
export function readAct(act: Act, { names, now }: Surroundings, fields: FieldNames): Reading {
  const meaning = names.meaningOf(...act.names);
  const id = tellable(act.id);
  if (meaning === null) return skipped('ignored_name', id);
  const name = names.normal(act.names[0]);
  const unmapped = meaning === undefined && isKeepableName(name) ? name : null;
  if (meaning === undefined && act.actor === null) return skipped('no_person', id, unmapped);
  if (meaning === undefined && (act.time === undefined || act.time === null)) return skipped('no_time', id, unmapped);
  const kind = meaning === 'post' && act.parent ? 'comment' : (meaning ?? 'other');
  const events: CanonicalEvent[] = [];
  const drafts = draftsOf(act, kind);
  for (const draft of drafts.kept) {
    const checked = checkEvent(draft, now);
    if ('code' in checked) {
      const field = checked.field === null ? null : (fields[checked.field as keyof FieldNames] ?? checked.field);
      return refused(checked.code, field, checked.message, id);
    }
    events.push(checked.event);
  }
  return { is: 'read', id, events, dropped: act.dropped + drafts.left, unmapped };
}

function draftsOf(act: Act, kind: EventKind) {
  const { actor, object, parent, group, targets = [], mentions = [] } = act;
  const addressed = kind === 'invitation_sent' && targets.length > 1 ? targets : [targets[0] ?? null];
  const seen = kind === 'view' && isAddress(object) ? null : object;
  const plain = { occurred_at: act.time, actor, object: seen, group };
  const quantity = act.quantity ?? undefined;
  const acts = addressed.map((target) => ({ ...plain, kind, parent, target, quantity }));
  const speaks = kind === 'post' || kind === 'comment';
  const others = speaks ? [...new Set(mentions)].filter((person) => person !== actor) : [];
  const mentioned = others.map((target) => ({ ...plain, kind: 'mention' as const, target }));
  const kept = [...acts.slice(0, mostAddressed), ...mentioned.slice(0, mostAddressed)];
  const key = eventKey(act);
  return {
    left: acts.length + mentioned.length - kept.length,
    kept: kept.map((draft, place) => ({
      ...draft,
      id: place === 0 ? key : `${key}:${digest([draft.kind, draft.target])}`,
    })),
  };
}

/** What somebody looked at is not kept where its name is the address of a page. */
function isAddress(object: string | null | undefined): boolean {
  return object?.includes('://') ?? false;
}

/** What is sent again must have the same id again, whether its sender gave one or not. */
function eventKey({ key, time, actor, object, parent, group, targets, quantity, names }: Act): string {
  const given = key?.trim() ?? '';
  // Room for the end that tells the events of one document apart.
  if (given !== '' && textProblem(given, eventLimits.idLength - 33) === null) return given;
  return given !== '' ? digest([given]) : digest([names[0], time, actor, object, parent, group, targets, quantity]);
}

function digest(parts: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(parts), 'hex').slice(0, 32);
}
