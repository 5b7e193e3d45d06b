export type Language = 'fr' | 'en';

/** A published share of people, its ends in people: `low` to `high` of `of`. */
export interface People {
  low: number;
  high: number;
  of: number;
}

/** Numbers and days as one language writes them. */
export interface Wording {
  number: (n: number) => string;
  percent: (share: number) => string;
  /** How many times as much: one decimal. */
  times: (ratio: number) => string;
  /** A difference of shares, with its sign. */
  points: (share: number) => string;
  day: (day: string) => string;
  days: (n: number) => string;
  /** A share as it may be read: a percentage, « environ » over an interval, people below sixty. */
  share: (people: People) => string;
  plural: (n: number, one: string, many: string) => string;
}

/** A text per language for each key, over the values that it needs. */
export type Texts<Params> = {
  [K in keyof Params]: Record<Language, (params: Params[K], wording: Wording) => string>;
};

const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

// Below this many people a percentage looks finer than it is.
const fewestForPercent = 60;

const phrases = {
  fr: {
    about: (text: string) => `environ ${text}`,
    atMost: (text: string) => `au plus ${text}`,
    atLeast: (text: string) => `au moins ${text}`,
    people: (n: string, of: string) => `${n} personnes sur ${of}`,
    range: (low: string, high: string) => `${low} à ${high}`,
    days: (n: number) => `${n} jour${n > 1 ? 's' : ''}`,
    points: (n: number) => `point${Math.abs(n) >= 2 ? 's' : ''}`,
    // In French, one and a half is still singular.
    isOne: (n: number) => Math.abs(n) < 2,
  },
  en: {
    about: (text: string) => `about ${text}`,
    atMost: (text: string) => `at most ${text}`,
    atLeast: (text: string) => `at least ${text}`,
    people: (n: string, of: string) => `${n} people of ${of}`,
    range: (low: string, high: string) => `${low} to ${high}`,
    days: (n: number) => `${n} day${n === 1 ? '' : 's'}`,
    points: (n: number) => `point${Math.abs(n) === 1 ? '' : 's'}`,
    isOne: (n: number) => Math.abs(n) === 1,
  },
};

function wordingOf(language: Language): Wording {
  const phrase = phrases[language];
  const whole = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 0 });
  const fine = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 });
  const date = new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const sign = language === 'fr' ? ' ' : '';
  const percent = (share: number) => `${whole.format(share * 100)}${sign}%`;
  return {
    percent,
    number: (n) => whole.format(n),
    times: (ratio) => fine.format(ratio),
    points: (share) => {
      // Half a point is neither none nor one.
      const tenths = Math.abs(share) < 0.0095;
      const n = tenths ? Math.round(share * 1000) / 10 : Math.round(share * 100);
      const text = (tenths ? fine : whole).format(Math.abs(n));
      return `${n > 0 ? '+' : n < 0 ? '−' : ''}${text} ${phrase.points(n)}`;
    },
    day: (day) => date.format(new Date(`${day}T00:00:00Z`)),
    days: (n) => phrase.days(Math.abs(n)),
    plural: (n, one, many) => (phrase.isOne(n) ? one : many),
    share: ({ low, high, of }) => {
      if (low === high) return percent(low / of);
      const few = of < fewestForPercent;
      const write = (n: number) => (few ? phrase.people(whole.format(n), whole.format(of)) : percent(n / of));
      if (low <= 0) return phrase.atMost(write(high));
      if (high >= of) return phrase.atLeast(write(low));
      if (few) return phrase.people(phrase.range(whole.format(low), whole.format(high)), whole.format(of));
      return phrase.about(percent((low + high) / 2 / of));
    },
  };
}

export const wordings: Record<Language, Wording> = { fr: wordingOf('fr'), en: wordingOf('en') };
