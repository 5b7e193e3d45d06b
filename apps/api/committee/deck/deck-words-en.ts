import { type french } from './deck-words-fr.js';

const many = (count: number, one: string, others: string) => `${count}\u00a0${count === 1 ? one : others}`;

export const english: typeof french = {
  colon: ': ',
  pages: {
    where: '1. Where we are',
    waves: '2. Ahead or behind by wave',
    calls: '3. Sites to call',
    worked: '4. What worked',
    decisions: '5. Decisions',
  },
  whole: 'the whole organisation',
  invented: 'invented data',
  unpublished: 'nothing is published yet',
  through: (day: string, isProvisional: boolean) =>
    `published figures, through ${day}${isProvisional ? ' (provisional)' : ''}`,
  committeeOf: (day: string) => `Committee of ${day}`,
  definitions: 'Definitions',
  activated: 'People activated',
  connection: 'Connection over 28 days',
  slip: 'Gap to plan',
  slipDefinition:
    'Gap to plan: days between the day on which the plan reached the share activated today, and today; within seven days, on time.',
  onTime: 'on time',
  noPlan: 'no plan to compare with',
  activatedOf: (people: string, of: number) => `${people} activated of ${of.toLocaleString('en-GB')}`,
  asOf: (day: string) => `(by ${day})`,
  masked: 'grouped',
  nobody: 'nobody to divide by',
  curve: 'People activated, in % of the people planned',
  curveEveryFourth: 'People activated, in % of the people planned, one week in four',
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
  barsDefinition:
    'Without a bar: what no share is told of (grouped, fewer than 60 people, “nearly all”), and beyond eight waves; the table tells it.',
  due: ({ judged, overdue, hidden }: { judged: number; overdue: number; hidden: number }) => {
    if (judged + hidden === 0) return 'No wave should have opened yet.';
    const beside =
      hidden === 0 ? '' : `; ${many(hidden, 'other, grouped, cannot be judged', 'others, grouped, cannot be judged')}`;
    if (judged === 0) return 'What is open is grouped: nothing is said of it, so as to point at nobody.';
    const found =
      overdue === 0 ? 'none is behind its plan' : many(overdue, 'is behind its plan', 'are behind their plan');
    return `Of ${many(judged, 'wave that should', 'waves that should')} have opened and can be judged, ${found}${beside}.`;
  },
  moreWaves: (count: number) => `and ${many(count, 'other wave', 'other waves')}: page Rollout`,
  site: 'Site',
  seen: 'What is seen',
  toAsk: 'What to ask',
  lastCall: 'Called',
  never: 'never',
  noCall: 'No site has to be called this week.',
  moreCalls: (count: number) => `and ${many(count, 'other', 'others')}: page To follow up`,
  callBars: 'Actual and expected, last week',
  activatedShort: 'activated',
  signedIn: (days: number) => `signed in, ${days}\u00a0d`,
  alertDefinition:
    'To call: two weeks running below what comparable entities do at the same time; under 60 people told in people, and without an automatic alert.',
  action: 'Action',
  day: 'Date',
  participants: 'Participants',
  effect: 'Effect',
  effects: 'Gap in weekly active people to places without the action, in points',
  noAction: 'No action was led.',
  moreActions: (count: number) => `and ${many(count, 'other action', 'other actions')}: page Animation`,
  effectDefinition:
    'Effect: change of the weekly active share where the action was held, four weeks before and after, less that of other places.',
  moved: (points: string, ends: string) => `${points} of active people (${ends})`,
  cannotTell: (ends: string) => `Cannot be told: ${ends}`,
  noEffect: {
    everyone: () => 'Everyone was concerned: nothing to compare with',
    too_early: () => 'Too early: four whole weeks are needed',
    too_few_people: () => 'Fewer than 60 people: too few to tell',
    not_published: () => 'A place read with others, or weeks not published',
    few_controls: () => 'Too few comparable places',
    shock: (shock: string) => `Exceptional event during the period: ${shock}`,
    not_parallel: () => 'These places already moved otherwise before the action',
    not_held: () => 'Still to come',
  },
  asked: 'Decisions asked',
  figuresAsk: 'No decision is put down; the figures ask for these',
  nothingAsked: 'No decision is asked.',
  became: 'What became of decisions',
  becameSince: (day: string) => `Since the committee of ${day}`,
  nothingDecided: 'Nothing was decided yet.',
  what: 'What',
  who: 'Who',
  by: 'By',
  state: 'State',
  late: 'late',
  open: 'open',
  settled: {
    done: (day: string) => `done on ${day}`,
    dropped: (day: string) => `dropped on ${day}`,
  },
  gate: {
    go: (wave: string) => `${wave}: opening decided`,
    postpone: (wave: string) => `${wave}: postponed`,
    no_go: (wave: string) => `${wave}: opening refused`,
  },
  decidedOn: (day: string) => `decided on ${day}`,
  moreItems: (count: number) => `and ${many(count, 'other', 'others')}: page Steering committee`,
  lateDefinition: 'Late: open after its day. Names and functions are those that the project team declared.',
};
