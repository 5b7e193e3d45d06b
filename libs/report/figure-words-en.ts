import { type french } from './figure-words-fr.js';

const many = (count: number, one: string, others: string) => `${count}\u00a0${count === 1 ? one : others}`;

export const english: typeof french = {
  colon: ': ',
  whole: 'the whole organisation',
  invented: 'invented data',
  unpublished: 'nothing is published yet',
  through: (day: string, isProvisional: boolean) =>
    `published figures, through ${day}${isProvisional ? ' (provisional)' : ''}`,
  definitions: 'Definitions',
  activated: 'People activated',
  connection: 'Connection over 28 days',
  slip: 'Gap to plan',
  slipDefinition:
    'Gap to plan: days between the day on which the plan reached the share activated today, and today; within seven days, on time.',
  onTime: 'on time',
  noPlan: 'no plan to compare with',
  activatedOf: (people: string, of: number) => `${people} activated of ${of.toLocaleString('en-GB')}`,
  asOf: (day: string) => `, by ${day}`,
  masked: 'grouped',
  nobody: 'nobody to divide by',
  curve: 'People activated, in % of the people planned',
  actual: 'Actual',
  planned: 'Planned',
  expected: 'Expected',
  wave: 'Wave',
  plannedThen: 'Expected',
  activatedNow: 'Activated',
  stands: 'Where it stands',
  noWave: 'No wave is declared.',
  bars: 'Activated and expected, in % of the people planned',
  plannedDefinition: 'Expected: what the declared plan asked for on the day of the figure.',
  due: ({ judged, overdue, hidden }: { judged: number; overdue: number; hidden: number }) => {
    if (judged + hidden === 0) return 'No wave should have opened yet.';
    const beside =
      hidden === 0 ? '' : `; ${many(hidden, 'other, grouped, cannot be judged', 'others, grouped, cannot be judged')}`;
    if (judged === 0) return 'What is open is grouped: nothing is said of it, so as to point at nobody.';
    const found =
      overdue === 0 ? 'none is behind its plan' : many(overdue, 'is behind its plan', 'are behind their plan');
    return `Of ${many(judged, 'wave that should', 'waves that should')} have opened and can be judged, ${found}${beside}.`;
  },
};
