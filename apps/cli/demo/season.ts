import { type ScenarioName } from './scenario.js';
import { dayText, weekday } from './timeline.js';

/** Holidays on a fixed date, `MM-DD`; enough for a demo's dips, not a calendar. */
const holidays: Record<string, readonly string[]> = {
  FR: ['05-08', '07-14', '08-15', '11-01', '11-11'],
  DE: ['10-03'],
  ES: ['08-15', '10-12', '12-06'],
  IT: ['04-25', '06-02', '08-15'],
  PT: ['04-25', '06-10', '10-05'],
  BE: ['07-21', '11-11'],
  PL: ['05-03', '11-11'],
  CH: ['08-01'],
  RO: ['12-01'],
  US: ['07-04'],
  CA: ['07-01'],
  MX: ['09-16'],
  BR: ['09-07'],
  CO: ['07-20'],
  MA: ['07-30', '11-18'],
  SN: ['04-04'],
  CI: ['08-07'],
  ZA: ['04-27'],
  AE: ['12-02'],
  IN: ['01-26', '08-15'],
  SG: ['08-09'],
  JP: ['05-03', '05-04', '05-05'],
  AU: ['01-26', '04-25'],
  VN: ['04-30', '09-02'],
};
const everywhere = new Set(['01-01', '05-01', '12-25']);
const european = new Set('FR DE ES IT PT BE NL GB CH PL CZ RO SE GP MQ GF RE YT'.split(' '));

/** A declared shock of the calendar (lockdown): first a fall, then a slow way back. In weeks from the start. */
const shock: Record<ScenarioName, { from: number; to: number } | null> = {
  international: null,
  cnam: { from: 45, to: 53 },
};

/** Weeks of the shock that the organisation declares, both included. */
export const shockWeeks = (scenario: ScenarioName) => shock[scenario];

const WEEKEND = 0.05;
const HOLIDAY = 0.06;

/** What a day is worth in a country, 1 on an ordinary working day. */
export function seasonOf(country: string, day: number): number {
  const number = weekday(day);
  const date = dayText(day).slice(5);
  if (everywhere.has(date) || holidays[country]?.includes(date)) return HOLIDAY;
  let worth = number > 5 ? WEEKEND : number === 5 ? 0.88 : number === 1 ? 1.06 : 1;
  const europe = european.has(country);
  if (date >= '12-22' || date <= '01-02') worth *= europe ? 0.25 : 0.45;
  else if (date >= '08-01' && date <= '08-24') worth *= europe ? 0.5 : 0.95;
  else if (europe && date >= '07-14' && date <= '07-31') worth *= 0.8;
  return worth;
}

/** What the shock leaves of a week's activity. */
export function shockOf(scenario: ScenarioName, week: number): number {
  const during = shock[scenario];
  if (!during || week < during.from || week > during.to) return 1;
  return 0.5 + (0.5 * (week - during.from)) / (during.to - during.from + 1);
}
