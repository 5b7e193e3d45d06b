import { type Day } from '../calendar/day.js';
import { type Action, type Attendance, type Shock, type Turnout } from './action.js';
import { type GovernanceState } from './governance.js';
import { type Target } from '../targets/target.js';
import { type SurveyAnswer, type SurveyQuestion } from './survey.js';

/** A tool tried before one was chosen; participants of all tools are often the same people. */
export interface ToolTrial {
  key: string;
  tool: string;
  scenario: string | null;
  triedOn: Day | null;
  participants: number | null;
  headcount: number | null;
  score: number | null;
  chosen: boolean;
}

/** The local rollout of a site. Names are those of people in a declared, public role. */
export interface SiteProject {
  entityKey: string;
  localDirector: string | null;
  businessLead: string | null;
  hrLead: string | null;
  contact: string | null;
  kickOff: Day | null;
  /** Two letters (ISO 639). */
  language: string | null;
  budget: number | null;
  /** Working days set aside. */
  days: number | null;
}

/** A way of working that a group of the network took over from a form, a mailbox or a meeting. */
export interface Process {
  key: string;
  name: string;
  groupKey: string;
  tag: string | null;
  replacedOn: Day | null;
  /** Declared median time to resolution before that day. */
  beforeHours: number | null;
  source: string | null;
  /** Process whose pattern it repeats elsewhere. */
  copiedFrom: string | null;
}

export const appointmentRhythms = ['day', 'week', 'fortnight', 'month', 'quarter'] as const;

/** What comes back on the network: a weekly digest, a monthly chat. Planned and declared, never measured. */
export interface Appointment {
  key: string;
  name: string;
  every: (typeof appointmentRhythms)[number];
  /** Who animates it: a function or, with their consent, a name. */
  animator: string | null;
  /** Working hours a month that the animator is given for it. */
  hours: number | null;
  groupKey: string | null;
  startsOn: Day | null;
  /** Last day, included; null = until further notice. */
  endsOn: Day | null;
}

export const contactOutcomes = ['reached', 'unreachable', 'action_agreed', 'back_on_course'] as const;

/** Somebody of the project called an entity. */
export interface EntityContact {
  entityKey: string;
  calledOn: Day;
  outcome: (typeof contactOutcomes)[number];
  note: string | null;
}

export const coachingStates = ['planned', 'held', 'declined'] as const;

/**
 * One executive is coached on the network. Who it is, as the person agreed to be called (a name or a function): declared
 * with consent, and never completed from the log.
 */
export interface Coaching {
  key: string;
  executive: string;
  /** By whom: « assistante de direction et responsable de la transformation ». */
  coach: string | null;
  meetingOn: Day | null;
  state: (typeof coachingStates)[number];
  consentOn: Day;
  note: string | null;
}

/** A total from before Essor, or from a client who hands over totals only. */
export interface DeclaredFigure {
  /** A wave or an entity; empty = the whole organisation. */
  scope: string;
  periodEnd: Day;
  indicator: string;
  /** Days of the window; 0 = a state. */
  windowDays: number;
  numerator: number;
  /** Null for a count. */
  denominator: number | null;
  source: string;
  definition: string;
}

export const reportingRoles = ['sponsor', 'ambassador'] as const;

/** What the holder of a public role says of the own last 28 days, by consent. */
export interface VoluntaryReport {
  personId: string;
  role: (typeof reportingRoles)[number];
  periodEnd: Day;
  consentOn: Day;
  posts: number;
  replies: number;
  feedback: number;
  launchSpeech: boolean;
}

/** Everything that is declared by hand or by file, by the word for it. */
export interface Facts {
  actions: Action;
  attendance: Attendance;
  turnout: Turnout;
  shocks: Shock;
  surveys: SurveyQuestion;
  answers: SurveyAnswer;
  governance: GovernanceState;
  trials: ToolTrial;
  projects: SiteProject;
  processes: Process;
  contacts: EntityContact;
  coaching: Coaching;
  history: DeclaredFigure;
  reports: VoluntaryReport;
  appointments: Appointment;
  targets: Target;
}

export const factKinds = [
  'actions',
  'attendance',
  'turnout',
  'shocks',
  'surveys',
  'answers',
  'governance',
  'trials',
  'projects',
  'processes',
  'contacts',
  'coaching',
  'history',
  'reports',
  'appointments',
  'targets',
] as const satisfies readonly (keyof Facts)[];
export type FactKind = (typeof factKinds)[number];
