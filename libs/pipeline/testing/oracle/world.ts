/** An organisation as plain arrays: what files say of it, and nothing derived. Days are `YYYY-MM-DD`. */
export interface World {
  /** Monday of the first week, and the number of weeks. */
  start: string;
  weeks: number;
  zone: string;
  entities: Entity[];
  /** An entity that hangs below another from a day on, the first of a four-week block. */
  reorganised: { entity: string; parent: string; from: string } | null;
  people: Person[];
  waves: Wave[];
  mandates: { person: string; from: string; to: string }[];
  groups: Group[];
  /** What was organised, from which day on, and who came; `launches`: the message on the network that it is. */
  actions: Action[];
  events: Deed[];
  /** Between the names of entities where the file of people tells paths; null = it tells keys. */
  separator: string | null;
}

export interface Action {
  key: string;
  starts: string;
  people: string[];
  launches: string | null;
  /** For a message: its kind, and whom it is addressed to; no entity = everywhere. */
  kind: 'training' | 'launch_message' | 'official_post';
  audience: 'everyone' | 'managers' | 'ambassadors' | 'newcomers';
  entities: string[];
}

export interface Entity {
  key: string;
  parent: string | null;
  zone: string | null;
  country: string | null;
}

export interface Stay {
  entity: string;
  boss: string | null;
  level: number | null;
  /** As the directory says it beside the chain of managers; null = it does not. */
  manages: boolean | null;
  /** '' = always. */
  from: string;
  /** Exclusive; '' = still. */
  to: string;
}

export interface Person {
  key: string;
  alias: string;
  bot: boolean;
  /** '' = unknown. */
  site: string;
  trade: string;
  stays: Stay[];
}

/** A community that somebody declared; others are only seen in events. */
export interface Group {
  key: string;
  kind: string;
  /** '' = unknown, as in the days. */
  creator: string;
  owner: string;
  created: string;
  /** '' = still open. */
  archived: string;
  described: boolean | null;
  entity: string;
}

export interface Wave {
  key: string;
  entities: string[];
  people: string[];
  plannedStart: string;
  plannedEnd: string;
  opened: string | null;
  target: number;
}

export interface Deed {
  id: string;
  /** ISO instant in UTC. */
  at: string;
  kind: string;
  actor: string;
  object: string;
  /** What the object answers. */
  parent: string;
  group: string;
  target: string;
  quantity: number;
}
