import { type People, type Texts } from './wording.js';

/** `about`: `of` is the middle of what is published. */
type Habit = People & { about: 0 | 1; weeks: number };
/** The same people twelve weeks earlier. */
interface Past {
  beforeLow: number;
  beforeHigh: number;
  beforeOf: number;
}

export interface UsageParams {
  'usage.rising': Habit & Past;
  'usage.falling': Habit & Past;
  'usage.steady': Habit;
  'usage.unclear': Habit & Past;
  'usage.new': Habit;
  'usage.hidden': Record<string, never>;
  'usage.no_directory': Record<string, never>;
  'usage.unpublished': Record<string, never>;
}

const wholeFr = (p: Habit, w: { number: (n: number) => string }) =>
  `${p.about ? 'd’environ' : 'des'} ${w.number(p.of)} personnes activées depuis ${p.weeks} semaines`;
const wholeEn = (p: Habit, w: { number: (n: number) => string }) =>
  `of ${p.about ? 'about' : 'the'} ${w.number(p.of)} people activated for ${p.weeks} weeks`;

const past = ({ beforeLow, beforeHigh, beforeOf }: Past): People => ({
  low: beforeLow,
  high: beforeHigh,
  of: beforeOf,
});

export const usageTexts: Texts<UsageParams> = {
  'usage.rising': {
    fr: (p, w) =>
      `L’usage s’ancre : ${w.share(p)} ${wholeFr(p, w)} ont un usage régulier, contre ${w.share(past(p))} trois mois plus tôt.`,
    en: (p, w) =>
      `Use is becoming a habit: ${w.share(p)} ${wholeEn(p, w)} use the network regularly, against ${w.share(past(p))} three months earlier.`,
  },
  'usage.falling': {
    fr: (p, w) =>
      `L’usage s’effrite : ${w.share(p)} ${wholeFr(p, w)} ont un usage régulier, contre ${w.share(past(p))} trois mois plus tôt.`,
    en: (p, w) =>
      `Use is wearing off: ${w.share(p)} ${wholeEn(p, w)} use the network regularly, against ${w.share(past(p))} three months earlier.`,
  },
  'usage.steady': {
    fr: (p, w) => `L’usage régulier est stable : ${w.share(p)} ${wholeFr(p, w)}, comme trois mois plus tôt.`,
    en: (p, w) => `Regular use is stable: ${w.share(p)} ${wholeEn(p, w)}, as three months earlier.`,
  },
  'usage.unclear': {
    fr: (p, w) =>
      `L’usage régulier concerne ${w.share(p)} ${wholeFr(p, w)}, contre ${w.share(past(p))} trois mois plus tôt : ces chiffres ne disent pas s’il monte ou baisse.`,
    en: (p, w) =>
      `Regular use concerns ${w.share(p)} ${wholeEn(p, w)}, against ${w.share(past(p))} three months earlier: these figures do not tell whether that is more or less.`,
  },
  'usage.new': {
    fr: (p, w) => `L’usage régulier concerne ${w.share(p)} ${wholeFr(p, w)} ; il est trop tôt pour une tendance.`,
    en: (p, w) => `Regular use concerns ${w.share(p)} ${wholeEn(p, w)}; it is too early for a trend.`,
  },
  'usage.hidden': {
    fr: () => 'Trop peu de personnes activées depuis quatre semaines ici pour parler d’habitude.',
    en: () => 'Too few people activated for four weeks here to speak of habit.',
  },
  'usage.no_directory': {
    fr: () => 'Sans annuaire, un usage ne se rapporte à personne : remettez-le, il dit combien de personnes sont là.',
    en: () => 'Without a directory, use relates to nobody: hand it in, it says how many people there are.',
  },
  'usage.unpublished': {
    fr: () => 'L’usage n’est pas encore publié.',
    en: () => 'Usage is not published yet.',
  },
};
