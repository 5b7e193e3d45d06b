import { addDays, type Day } from '../calendar/day.js';
import { type Action } from '../declared/action.js';
import { type Appointment } from '../declared/facts.js';
import { type GovernanceItem, type GovernanceState } from '../declared/governance.js';
import { type SponsorReport } from '../declared/presence.js';
import { type QuestionSubject } from '../declared/survey.js';
import { type Outcome } from '../indicators/indicator.js';
import { type IndicatorRow } from '../indicators/rows.js';
import { around, entitiesAround } from '../rollout/around.js';
import { type Board } from '../rollout/board.js';
import { type Wave } from '../rollout/wave.js';
import { runningIn } from './facts/appointments.js';
import { workGroupShare } from './facts/groups.js';
import { type CohortCount, isToldAlone, retentionFall } from './facts/retention.js';
import { type Observed, type ScopeFacts } from './finding.js';
import { settledShare, youngWaves } from './settled.js';

/** The whole organisation, a wave, or a place of the published tree. */
export type Scope = { kind: 'organisation' } | { kind: 'wave' | 'entity'; key: string };

/** A declared role; null = the whole organisation, always, still. */
interface Mandate {
  role: 'ambassador' | 'sponsor' | 'community_manager';
  entity: string | null;
  from: Day | null;
  to: Day | null;
}

/** What was declared, of all scopes. */
export interface Declared {
  items: readonly GovernanceState[];
  mandates: readonly Mandate[];
  reports: readonly (SponsorReport & { entity: string | null })[];
  actions: readonly Action[];
  surveys: readonly { about: string; share: Outcome; askedOn: Day }[];
  groups: readonly { kind: string | null }[];
  appointments: readonly Pick<Appointment, 'animator' | 'hours' | 'startsOn' | 'endsOn'>[];
  attendanceListed: boolean;
}

/** What is published, of all scopes: rows of a slice bear its `nameOf`; `begins` is the first Monday of the history. */
export interface Published {
  board: Board;
  rows: readonly IndicatorRow[];
  cohorts: readonly CohortCount[];
  begins: Day | null;
}

export const nameOf = (scope: Scope): string =>
  scope.kind === 'organisation' ? scope.kind : `${scope.kind}:${scope.key}`;

/** Everything that the diagnostic of a scope may look at. */
export function scopeFacts(
  scope: Scope,
  { board, rows, cohorts, begins }: Published,
  declared: Declared,
  day: Day,
): ScopeFacts {
  const isWhole = scope.kind === 'organisation';
  const place = placeOf(scope, board);
  const concerns = (entity: string | null) => isWhole || entity === null || place.entities.has(entity);
  const own = new Map(rows.filter(({ slice }) => slice === nameOf(scope)).map((row) => [row.indicator, row]));
  const { mandates, actions } = declared;
  const posted = (kind: Action['kind']) =>
    actions
      .filter((action) => action.kind === kind && action.state === 'held' && action.startsOn <= day)
      .filter(({ entities }) => entities.length === 0 || entities.some(concerns))
      .map(({ endsOn }) => (endsOn < day ? endsOn : day));
  const running = mandates.filter(({ to }) => to === null || to > day);
  return {
    ...{ kind: scope.kind, day, openedOn: place.openedOn, base: board.week === null ? null : board.rules.base },
    observed: (key) => observedIn(own.get(key)),
    settled: (key, days) => {
      const row = own.get(key);
      if (!row || !isWhole) return observedIn(row);
      const young = youngWaves(board.waves, day, days).map((wave) => nameOf({ kind: 'wave', key: wave.key }));
      const rowOf = (slice: string) => rows.find((one) => one.indicator === key && one.slice === slice);
      return observedIn({ ...row, ...settledShare(key, row, young.map(rowOf), board.rules.k) });
    },
    item: (item) => nearest(declared.items, item, place.scopes),
    sponsors: countIn(running, 'sponsor', concerns),
    reports: declared.reports.filter(({ entity }) => concerns(entity)),
    officialPosts: posted('official_post'),
    launchMessages: posted('launch_message'),
    retention: isWhole ? retentionFall(cohorts, day, begins) : null,
    arrivals: isWhole && cohorts.some((cohort) => isToldAlone(cohort, begins)),
    attendanceListed: declared.attendanceListed,
    workGroups: isWhole ? workGroupShare(declared.groups) : null,
    survey: (about: QuestionSubject) => (isWhole && declared.surveys.find((one) => one.about === about)) || null,
    appointments: runningIn(declared.appointments, day),
    communityManagers: managersIn(running, place.root, concerns),
    earlyAmbassadors: countIn(
      mandates,
      'ambassador',
      concerns,
      ({ from }) => from === null || from < (place.openedOn ?? addDays(day, 1)),
    ),
  };
}

function observedIn(row: IndicatorRow | undefined): Observed | null {
  if (!row) return null;
  const { indicator: _, slice: __, node: ___, window: ____, periodEnd, ...outcome } = row;
  return { outcome, day: periodEnd };
}

interface FoundPlace {
  root: string | null;
  openedOn: Day | null;
  /** Entities around it. */
  entities: ReadonlySet<string>;
  /** Under which scopes something may be said of it, the nearest first. */
  scopes: readonly string[];
}

function placeOf(scope: Scope, board: Board): FoundPlace {
  const { week } = board;
  const tree = week === null ? null : board.publication.tree(week);
  const root = tree?.root?.entity ?? null;
  if (scope.kind === 'organisation') {
    const starts = board.waves.flatMap(({ actualStart }) => actualStart ?? []).sort();
    return { root, openedOn: openOn(board, starts[0] ?? null), entities: new Set(), scopes: [''] };
  }
  if (scope.kind === 'wave') {
    const wave = board.waves.find(({ key }) => key === scope.key);
    if (!wave) return { root, openedOn: null, entities: new Set(), scopes: [''] };
    // Whoever answers for the whole answers for every wave, a list of people included.
    const entities = new Set([...entitiesAround(board, wave), ...(root === null ? [] : [root])]);
    return {
      root,
      openedOn: openOn(board, wave.actualStart),
      entities,
      scopes: [wave.key, ''],
    };
  }
  const scopes: string[] = [];
  for (let at = tree?.place(scope.key); at; at = at.parent === null ? undefined : tree?.place(at.parent))
    if (at.entity !== null) scopes.push(at.entity);
  const wave: Wave | undefined = week === null ? undefined : board.waveOf(scope.key, week);
  const entities = around(board, [scope.key]);
  // Where waves meet a place is open from the first of them on, as the whole is.
  const waves = wave ? [wave] : board.waves.filter(({ key }) => isWithin(board, scope.key, key));
  const starts = waves.flatMap(({ actualStart }) => actualStart ?? []).sort();
  return {
    ...{ root, entities, openedOn: openOn(board, starts[0] ?? null) },
    scopes: [...scopes, ...(wave ? [wave.key] : []), ''],
  };
}

/** Whether a place holds a part of a wave. */
function isWithin(board: Board, place: string, wave: string): boolean {
  const { week } = board;
  if (week === null) return false;
  const tree = board.publication.tree(week);
  const parentOf = (key: string) => tree.place(key)?.parent ?? null;
  return board.cover(wave, week).nodes.some((node) => {
    for (let at: string | null = node; at !== null; at = parentOf(at)) if (at === place) return true;
    return false;
  });
}

/** Where no wave is declared people are simply there: what is published has been open since its first week. */
function openOn(board: Board, start: Day | null): Day | null {
  const { week } = board;
  if (board.waves.length === 0) return board.weeks[0] ?? null;
  return start !== null && (week === null || start <= week) ? start : null;
}

function nearest(items: readonly GovernanceState[], item: GovernanceItem, scopes: readonly string[]) {
  const said = items.filter(({ key }) => key === item);
  for (const scope of scopes) {
    const found = said.find((one) => one.scope === scope);
    if (found) return found;
  }
  return null;
}

/** Null where nobody holds that role anywhere. */
function countIn(
  mandates: readonly Mandate[],
  role: Mandate['role'],
  concerns: (entity: string | null) => boolean,
  counts: (mandate: Mandate) => boolean = () => true,
): number | null {
  const held = mandates.filter((mandate) => mandate.role === role);
  return held.length === 0 ? null : held.filter((mandate) => concerns(mandate.entity) && counts(mandate)).length;
}

function managersIn(
  mandates: readonly Mandate[],
  root: string | null,
  concerns: (entity: string | null) => boolean,
): ScopeFacts['communityManagers'] {
  const held = mandates.filter(({ role }) => role === 'community_manager');
  if (held.length === 0) return null;
  const isWhole = (entity: string | null) => entity === null || entity === root;
  return {
    whole: held.filter(({ entity }) => isWhole(entity)).length,
    local: held.filter(({ entity }) => !isWhole(entity) && concerns(entity)).length,
  };
}
