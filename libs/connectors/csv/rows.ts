import { type Day } from '#domain/calendar/day.js';
import { type WaveKind } from '#domain/rollout/wave.js';

export const mandateRoles = ['ambassador', 'sponsor', 'community_manager', 'relay'] as const;
export type MandateRole = (typeof mandateRoles)[number];

export interface EntityRow {
  entityId: string;
  /** Null for a root. */
  parentId: string | null;
  name: string;
  kind: string | null;
  /** Two capital letters. */
  country: string | null;
  /** An IANA name; null means that of the parent. */
  timezone: string | null;
}

export interface PersonRow {
  personId: string;
  entity: string | null;
  /** Where the entity is told by its names from the top; as written. Absent where the source has no such thing. */
  entityPath?: string | null;
  managerId: string | null;
  /** Null means the distance from the top. */
  level: number | null;
  /** Inclusive; null means always. */
  validFrom: Day | null;
  /** Exclusive; null means still. */
  validTo: Day | null;
  /** Other ids under which the person acts: e-mail addresses, user names. */
  aliases: string[];
  name: string | null;
  site: string | null;
  trade: string | null;
  /** Whether the person manages somebody, where that is said without saying whom. */
  manages?: boolean | null;
  bot: boolean;
}

export interface CurvePoint {
  date: Day;
  /** From 0 to 1. */
  share: number;
}

export interface WaveRow {
  waveId: string;
  name: string;
  kind: WaveKind;
  plannedStart: Day;
  plannedEnd: Day;
  actualStart: Day | null;
  actualEnd: Day | null;
  entities: string[];
  /** The share of its people that the wave aims at, above 0 and up to 1. */
  target: number;
  /** In the order of dates, never going down; empty means a straight line over the planned days. */
  curve: CurvePoint[];
}

export interface MemberRow {
  waveId: string;
  personId: string;
  from: Day | null;
  to: Day | null;
}

export interface GroupRow {
  groupId: string;
  name: string;
  kind: string | null;
  creatorId: string | null;
  ownerIds: string[];
  /** The entity that it is for; null = for everybody. */
  entity: string | null;
  /** Months that it is planned to run; null = open-ended. */
  plannedMonths: number | null;
  /** ISO instant in UTC. */
  createdAt: string | null;
  archivedAt: string | null;
  /** Null where the source does not say. */
  hasDescription: boolean | null;
  open: boolean | null;
}

export interface MandateRow {
  personId: string;
  role: MandateRole;
  /** Null for the whole organisation. */
  entity: string | null;
  from: Day | null;
  to: Day | null;
}
