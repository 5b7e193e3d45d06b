import { type Window } from '../calendar/windows.js';
import { type Interval, less } from '../statistics/interval.js';
import { type Indicator, type Outcome } from './indicator.js';
import { share } from './outcome.js';
import { type Reading } from './reading.js';

/**
 * Segments of use over twelve weeks, or over four: `power` and `regular` are habitual (something done in 9 of 12 weeks,
 * or in 4 of 4), power with 15 acts a week or more; `novice` does one act a week or more on average; `low` less; `none`
 * nothing. Everyone activated and present during the whole window is in exactly one.
 */
export const habitSegments = ['power', 'regular', 'novice', 'low', 'none'] as const;
export type HabitSegment = (typeof habitSegments)[number];

/** The counts are nested, so a segment is what is left of one when the next is taken away. */
const people: Record<HabitSegment, (of: (measure: NestedMeasure) => Interval | null) => Interval | null> = {
  power: (of) => of('power'),
  regular: (of) => less(of('habitual'), of('power')),
  novice: (of) => less(of('novice'), of('habitual')),
  low: (of) => less(of('used'), of('novice')),
  none: (of) => less(of('exposed'), of('used')),
};
type NestedMeasure = 'power' | 'habitual' | 'novice' | 'used' | 'exposed';

const shareOver = (reading: Reading, part: (reading: Reading, days?: Window) => Interval | null, days?: Window) =>
  share(part(reading, days), reading.during('exposed', days), reading.k);

/** Over twelve weeks; where fewer than k people have been there for so long, over four, and it says so. */
function overTwelveWeeks(reading: Reading, part: (reading: Reading, days?: Window) => Interval | null): Outcome {
  const exposed = reading.during('exposed');
  if (reading.window !== 84 || !exposed || exposed.low >= reading.k) return shareOver(reading, part);
  const shorter = shareOver(reading, part, 28);
  return shorter.shown === 'value' ? { ...shorter, note: 'four_weeks' } : shareOver(reading, part);
}

const frame: Pick<Indicator, 'unit' | 'frame' | 'windows' | 'defaultWindow' | 'alsoWindows' | 'denominator'> = {
  unit: 'percent',
  frame: 'window',
  windows: [28, 84],
  defaultWindow: 84,
  alsoWindows: [28],
  denominator: {
    fr: 'personnes activées et présentes pendant toute la période',
    en: 'people activated and present during the whole period',
  },
};

export const habitual: Indicator = {
  ...frame,
  title: { fr: 'Usage régulier', en: 'Regular use' },
  meaning: {
    fr: 'Parmi les personnes activées depuis 12 semaines, part de celles qui ont agi pendant 9 d’entre elles au moins. Qui l’est depuis moins longtemps n’est pas compté ; là où presque personne ne l’est depuis 12 semaines, tous sont jugés sur 4 : agir dans chacune.',
    en: 'Of the people activated for 12 weeks, the share who did something in at least 9 of them. Whoever has been for less is not counted; where hardly anybody has been for 12 weeks, all are judged over 4: an act in each.',
  },
  value: (reading) => overTwelveWeeks(reading, (read, days) => read.during('habitual', days)),
};

const segment = (name: HabitSegment, title: Indicator['title'], meaning: Indicator['meaning']): Indicator => ({
  ...frame,
  title,
  meaning,
  value: (reading) => overTwelveWeeks(reading, (read, days) => people[name]((measure) => read.during(measure, days))),
});

export const powerUse = segment(
  'power',
  { fr: 'Usage intensif', en: 'Intensive use' },
  {
    fr: 'Part de celles qui agissent régulièrement, 15 fois par semaine ou plus en moyenne.',
    en: 'Share of those who act regularly, 15 times a week or more on average.',
  },
);
export const regularUse = segment(
  'regular',
  { fr: 'Usage régulier, moins de 15 actes', en: 'Regular use, under 15 acts' },
  {
    fr: 'Part de celles qui agissent régulièrement (9 semaines sur 12, ou 4 sur 4), moins de 15 fois par semaine en moyenne.',
    en: 'Share of those who act regularly (in 9 weeks of 12, or 4 of 4), fewer than 15 times a week on average.',
  },
);
export const noviceUse = segment(
  'novice',
  { fr: 'Usage naissant', en: 'Beginning use' },
  {
    fr: 'Part de celles qui agissent une fois par semaine ou plus en moyenne, sans régularité.',
    en: 'Share of those who act once a week or more on average, without regularity.',
  },
);
export const lowUse = segment(
  'low',
  { fr: 'Usage occasionnel', en: 'Occasional use' },
  {
    fr: 'Part de celles qui agissent moins d’une fois par semaine en moyenne.',
    en: 'Share of those who act less than once a week on average.',
  },
);
export const noUse = segment(
  'none',
  { fr: 'Sans acte', en: 'No act' },
  {
    fr: 'Part de celles qui n’ont rien fait de volontaire pendant la période.',
    en: 'Share of those who did nothing intentional during the period.',
  },
);
