import { type Day, daysBetween } from '../calendar/day.js';
import { share } from '../indicators/outcome.js';
import { type Outcome } from '../indicators/indicator.js';
import { type Interval } from '../statistics/interval.js';
import { type VoluntaryReport } from './facts.js';

export type SponsorReport = Pick<VoluntaryReport, 'periodEnd' | 'posts' | 'replies' | 'launchSpeech'>;

export interface SponsorPresence {
  /** Of the newest report; null without one. */
  posts: number | null;
  replies: number | null;
  /** Days since the end of the last 28 days with a message or a reply; null if there was none. */
  silentDays: number | null;
  spokeAtLaunch: boolean;
  state: 'green' | 'amber' | 'red' | 'unknown';
}

/**
 * Presence of the sponsor as declared by consent (kpis K55, E2): amber after 28 silent days, red after 56 or when none
 * is named. Without a report nothing is known: the log is never asked.
 */
export function sponsorPresence(isNamed: boolean, reports: readonly SponsorReport[], day: Day): SponsorPresence {
  const told = reports
    .filter(({ periodEnd }) => periodEnd <= day)
    .sort((a, b) => b.periodEnd.localeCompare(a.periodEnd));
  const last = told.find(({ posts, replies }) => posts + replies > 0);
  const silentDays = last ? daysBetween(last.periodEnd, day) : null;
  const [newest] = told;
  return {
    ...{ posts: newest?.posts ?? null, replies: newest?.replies ?? null, silentDays },
    spokeAtLaunch: told.some(({ launchSpeech }) => launchSpeech),
    state: stateOf(isNamed, newest !== undefined, silentDays),
  };
}

function stateOf(isNamed: boolean, hasReport: boolean, silentDays: number | null): SponsorPresence['state'] {
  if (!isNamed) return 'red';
  if (!hasReport) return 'unknown';
  if (silentDays === null || silentDays > 56) return 'red';
  return silentDays > 28 ? 'amber' : 'green';
}

/** Managers who passed the launch message on, as declared, of the managers of the place (kpis K56). */
export function managerRelay(relayed: number, managers: Interval, k: number): Outcome {
  return share({ low: relayed, high: relayed }, managers, k);
}
