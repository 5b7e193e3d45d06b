import { demoStart, sundayNumber } from './timeline.js';

export type ScenarioName = 'international' | 'cnam';

export interface DemoOptions {
  scenario: ScenarioName;
  /** People present at the end; scales everything. Default 8,300 (international), 75,000 (cnam). */
  people?: number;
  /** Last day with events: a Sunday, YYYY-MM-DD. */
  until: string;
  /** Another world of the same shape. Default 1. */
  seed?: number;
}

export type DemoFileKind =
  | 'entities'
  | 'people'
  | 'waves'
  | 'members'
  | 'groups'
  | 'mandates'
  | 'actions'
  | 'attendance'
  | 'shocks'
  | 'surveys'
  | 'answers'
  | 'governance'
  | 'appointments'
  | 'reports'
  | 'events';

export interface DemoFile {
  kind: DemoFileKind;
  path: string;
  rows: number;
}

export const demoOrganisation: Record<ScenarioName, { slug: string; name: string; timezone: string }> = {
  international: { slug: 'meridiane', name: 'Groupe Méridiane (démo fictive)', timezone: 'Europe/Paris' },
  cnam: { slug: 'reseau-national', name: 'Réseau national (démo fictive)', timezone: 'Europe/Paris' },
};

export const defaultPeople: Record<ScenarioName, number> = { international: 8300, cnam: 75_000 };

/** Below this, a scenario can no longer hold its waves, levels and sites of every size. */
const fewestPeople: Record<ScenarioName, number> = { international: 300, cnam: 700 };

/** Weeks with events; week 0 begins on the Monday that makes the last one end on `until`. */
const demoWeeks: Record<ScenarioName, number> = { international: 76, cnam: 86 };

export class DemoOptionsError extends Error {
  readonly code = 'demo_options';
}

export interface DemoFrame {
  scenario: ScenarioName;
  people: number;
  seed: number;
  weeks: number;
  /** Day number of the Monday of week 0. */
  first: number;
  /** Day number of the last Sunday. */
  last: number;
}

/** Checks the options once; everything else works on the frame. */
export function frameOf(options: DemoOptions): DemoFrame {
  const people = options.people ?? defaultPeople[options.scenario];
  const fewest = fewestPeople[options.scenario];
  if (!Number.isInteger(people) || people < fewest || people > 200_000) {
    throw new DemoOptionsError(`people must be a whole number from ${fewest} to 200000, not ${people}`);
  }
  const last = sundayNumber(options.until);
  if (last === null) throw new DemoOptionsError(`until must be a Sunday written YYYY-MM-DD, not ${options.until}`);
  const weeks = demoWeeks[options.scenario];
  return { scenario: options.scenario, people, seed: options.seed ?? 1, weeks, first: demoStart(last, weeks), last };
}
