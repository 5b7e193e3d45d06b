/** A node of the entity tree; people belong to those with a size. */
export interface Entity {
  index: number;
  id: string;
  parent: number | null;
  name: string;
  kind: string;
  country: string;
  timezone: string;
  /** People planned here, 0 for a pure grouping. */
  size: number;
  /** Largest grouping below the root to which it belongs: a zone, a region. */
  zone: string;
  site: string;
  /** Wave that opens it, null for a pure grouping. */
  wave: string | null;
  /** Local habits, all 1 on average. */
  activity: number;
  engagement: number;
}

export interface Wave {
  id: string;
  name: string;
  kind: 'forerunners' | 'pilot' | 'rollout' | 'choice';
  /** Day numbers; a null opening has not happened by the end. */
  plannedStart: number;
  plannedEnd: number;
  actualStart: number | null;
  actualEnd: number | null;
  entities: string[];
  /** For a wave of people: how they are chosen. */
  people: 'executives' | 'volunteers' | 'communicators' | null;
  target: number;
  curve: [day: number, share: number][];
  /** Share of the invited who ever activate, and the mean of their days to do so. */
  activation: number;
  days: number;
}

/** What the directory says of somebody from one day (inclusive) to another (exclusive). */
export interface Posting {
  entity: number;
  manager: number | null;
  level: number;
  from: number;
  /** Infinity while open. */
  to: number;
}

export interface Person {
  index: number;
  id: string;
  alias: string;
  /** How the network names this person in its events. */
  actor: string;
  name: string;
  trade: string;
  bot: boolean;
  level: number;
  postings: Posting[];
  /** Day numbers; Infinity where it never happens. */
  invited: number;
  activated: number;
  teamGroup: number | null;
}

export interface Group {
  id: string;
  name: string;
  kind: 'team' | 'project' | 'field_feedback' | 'trade' | 'information' | 'process';
  creator: number;
  owners: number[];
  created: number;
  archived: number | null;
  /** Months it is planned to run, null while open-ended. */
  months: number | null;
  described: boolean;
  open: boolean;
  /** Entity whose members meet here, null for everybody's. */
  entity: number | null;
}

export interface Mandate {
  person: number;
  role: 'ambassador' | 'sponsor' | 'community_manager';
  entity: number;
  from: number;
  to: number;
}

export interface Membership {
  wave: string;
  person: number;
  from: number;
}

export interface Plan {
  entities: Entity[];
  waves: Wave[];
}

export interface Organisation extends Plan {
  people: Person[];
  memberships: Membership[];
  groups: Group[];
  mandates: Mandate[];
}

export const NEVER = Number.POSITIVE_INFINITY;

/** Where somebody belongs on a day, null outside their presence. */
export function postingOn(person: Person, day: number): Posting | null {
  for (const posting of person.postings) if (posting.from <= day && day < posting.to) return posting;
  return null;
}

export const arrival = (person: Person): number => person.postings[0]?.from ?? NEVER;
export const departure = (person: Person): number => person.postings[person.postings.length - 1]?.to ?? NEVER;

/** The one who animates the network from its first day: an employee of the communication department who stays. */
export function mainAnimator(plan: Plan, people: readonly Person[], first: number): Person | undefined {
  const home = plan.entities.find((entity) => entity.id === 'D-RH' || entity.kind === 'national');
  return people.find((person) => {
    const posting = person.postings[0];
    const stays = person.postings.length === 1 && posting?.to === NEVER && posting.from < first;
    return stays && person.level === 5 && !person.bot && posting.entity === home?.index;
  });
}
