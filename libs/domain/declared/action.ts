import { type Day } from '../calendar/day.js';

export const actionKinds = [
  'webinar',
  'tutorial',
  'training',
  'campaign',
  'coaching',
  'meeting',
  'launch_message',
  'official_post',
] as const;
export type ActionKind = (typeof actionKinds)[number];

export const actionStates = ['planned', 'held', 'cancelled'] as const;

export const audiences = ['everyone', 'managers', 'ambassadors', 'newcomers'] as const;

/** Something done to help people onto the network, or said about it. */
export interface Action {
  key: string;
  kind: ActionKind;
  name: string;
  state: (typeof actionStates)[number];
  startsOn: Day;
  /** Last day, included. */
  endsOn: Day;
  /** Empty = for the whole organisation. */
  entities: readonly string[];
  audience: (typeof audiences)[number];
  channel: string | null;
  ledBy: string | null;
  /** Id of the post in the events, for a communication on the network. */
  objectKey: string | null;
}

/** One person on the list of an action. Personal: never read by a page. */
export interface Attendance {
  actionKey: string;
  personId: string;
}

/** A declared number of participants, where no list is kept. */
export interface Turnout {
  actionKey: string;
  /** Empty = in all. */
  entityKey: string;
  people: number;
  managers: number | null;
}

/** What moves use without the rollout: a lockdown, holidays, a strike. */
export interface Shock {
  key: string;
  name: string;
  startsOn: Day;
  /** Last day, included. */
  endsOn: Day;
  /** Empty = everywhere. */
  entities: readonly string[];
}
