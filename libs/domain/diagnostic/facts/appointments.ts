import { type Day } from '../../calendar/day.js';
import { type Appointment } from '../../declared/facts.js';
import { type ScopeFacts } from '../finding.js';
import { itemOrTerms } from './roles.js';

/** Appointments that hold on a day, those with an animator, and their working hours a month; null = none is declared. */
export function runningIn(
  declared: readonly Pick<Appointment, 'animator' | 'hours' | 'startsOn' | 'endsOn'>[],
  day: Day,
): ScopeFacts['appointments'] {
  if (declared.length === 0) return null;
  const running = declared.filter(
    ({ startsOn, endsOn }) => (startsOn === null || startsOn <= day) && (endsOn === null || day <= endsOn),
  );
  return {
    running: running.length,
    animated: running.filter(({ animator }) => animator !== null).length,
    hours: running.reduce((sum, { hours }) => sum + (hours ?? 0), 0),
  };
}

/** A plan of appointments says by itself that there are some: the checklist need not say it again. */
export const regularAppointments = itemOrTerms(
  'regular_appointments',
  ({ appointments }) =>
    appointments && {
      figures: { running: appointments.running },
      light: appointments.running > 0 ? 'green' : 'red',
    },
  ({ running }) => ({ fr: `${running} au plan d’animation`, en: `${running} in the plan` }),
);

/** Who animates them, where the plan names somebody. */
export const animatorsNamed = itemOrTerms(
  'animators_named',
  ({ appointments }) =>
    appointments && appointments.animated > 0
      ? { figures: { animated: appointments.animated, running: appointments.running }, light: 'green' }
      : null,
  ({ animated, running }) => ({
    fr: `${animated} rendez-vous animés sur ${running}`,
    en: `${animated} of ${running} appointments have an animator`,
  }),
);

/** The hours that the plan gives them. */
export const animationTime = itemOrTerms(
  'animation_time_allotted',
  ({ appointments }) =>
    appointments && appointments.hours > 0 ? { figures: { hours: appointments.hours }, light: 'green' } : null,
  ({ hours }) => ({ fr: `${hours} h par mois au plan d’animation`, en: `${hours} h a month in the plan` }),
);
