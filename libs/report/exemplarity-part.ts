import { type Exemplarity, type ExemplarityLevel } from '#contract/exemplarity.js';
import { type Measured } from '#contract/published.js';
import { isMiddleTold, isTooWide } from '#domain/indicators/count-reading.js';
import { withoutLevel } from '#domain/indicators/levels.js';
import { shareEnds } from '#domain/indicators/told.js';
import { dayText } from '#domain/sentences/day-text.js';
import { type Language } from '#domain/sentences/language.js';
import { formatNumber, formatPercent, formatPoints, formatRange } from '#domain/sentences/number-text.js';
import { say } from '#domain/sentences/say.js';
import { figureWords } from './figure-words.js';
import { type Figure, rateText, written } from './figures.js';
import { type Printing } from './printed.js';
import { type BarChart, type ReportPart } from './report.js';
import { reportWords } from './report-words.js';

interface ExemplarityFacts {
  exemplarity: Exemplarity;
  /** The house's own words for levels, by `level-N`. */
  houseWords: Readonly<Record<string, string>>;
}

const measures = ['daily', 'weekly', 'posting'] as const;

/** Exemplarité: do managers lead by example, level by level. */
export function exemplarityPart({ exemplarity, houseWords }: ExemplarityFacts, printing: Printing): ReportPart {
  const { language } = printing;
  const words = { ...figureWords[language], ...reportWords[language] };
  const { overall, levels, others, seeAbove } = exemplarity;
  const rows = [...(overall ? [overall] : []), ...levels];
  const nameOf = (level: ExemplarityLevel) => levelName(level, houseWords, language);
  const bars = barsOf(rows, others?.daily ?? null, nameOf, language);
  const managers = seeAbove?.managers;
  return {
    page: words.pages.exemplarity,
    finding: say(exemplarity.sentence, language),
    beside:
      seeAbove && managers ? words.seeAbove(seeAbove.name, formatRange(managers.low, managers.high, language)) : '',
    figures: figuresOf(exemplarity, language),
    charts: bars ? [bars] : [],
    lists: [],
    tables: [
      {
        ...{ title: words.levelTable, none: words.noLevel, widths: [0.22, 0.12, 0.22, 0.22, 0.22] },
        head: [words.managers, words.people, words.daily, words.weekly, words.posting],
        rows: [
          ...rows.map((level) => [
            nameOf(level),
            peopleOf(level, language),
            ...measures.map((measure) => rateText(level[measure], language)),
          ]),
          ...(others && rows.length > 0
            ? [
                [
                  words.otherPeople,
                  peopleOf(others, language),
                  ...measures.map((measure) => rateText(others[measure], language)),
                ],
              ]
            : []),
        ],
      },
    ],
    definitions: [words.dailyIs, words.weeklyIs, words.postingIs],
  };
}

const peopleOf = ({ people }: Pick<ExemplarityLevel, 'people'>, language: Language) =>
  people ? formatRange(people.low, people.high, language) : figureWords[language].masked;

/** A gap is told only where the page tells the figure. */
function figuresOf(
  { overall, others, managersShare, week, windowEnd, weeklyEnd }: Exemplarity,
  language: Language,
): Figure[] {
  if (!overall || !others) return [];
  const words = reportWords[language];
  return [
    ...measures.map((measure) => {
      const end = measure === 'weekly' ? weeklyEnd : windowEnd;
      const [own, gap, beside] = [overall[measure], overall.gaps[measure], others[measure].value];
      const isTold = gap !== null && beside !== null && isMiddleTold(own.numerator, own.denominator);
      return {
        ...{ label: words[measure], ...(wideFigure(own, language) ?? written(own, language)) },
        change: [
          isTold ? `${formatPoints(gap.points.value, language)} ${words.others(formatPercent(beside, language))}` : '',
          end === null || end === week || own.shown !== 'value' ? '' : words.onDay(dayText(end, language, 'short')),
        ]
          .filter(Boolean)
          .join(' · '),
      };
    }),
    {
      ...{ label: words.managers, value: peopleOf(overall, language), change: '' },
      people: managersShare === null ? '' : words.ofHeadcount(formatPercent(managersShare, language)),
    },
  ];
}

/** Ends too far apart for a figure, as the page writes them; null where they are not. */
function wideFigure({ shown, numerator, denominator }: Measured, language: Language) {
  const shares = shareEnds(numerator, denominator);
  if (shown !== 'value' || !numerator || !denominator || !shares || !isTooWide({ numerator, denominator })) return null;
  const words = reportWords[language];
  const [low, high] = [formatPercent(shares.low, language), formatPercent(shares.high, language)];
  const of = formatNumber(denominator.high, language);
  return numerator.low === 0
    ? { value: words.atMost(high), people: words.imprecise(words.atMost(formatNumber(numerator.high, language)), of) }
    : {
        value: words.ends(low, high),
        people: words.imprecise(formatRange(numerator.low, numerator.high, language), of),
      };
}

function barsOf(
  rows: readonly ExemplarityLevel[],
  others: Measured | null,
  nameOf: (level: ExemplarityLevel) => string,
  language: Language,
): BarChart | null {
  const words = { ...figureWords[language], ...reportWords[language] };
  const bars = rows.flatMap((level) => {
    const { value, numerator, denominator, low, high } = level.daily;
    if (value === null || !isMiddleTold(numerator, denominator)) return [];
    // A level that is published in bands is its band as much as its middle.
    return [
      {
        label: nameOf(level),
        value,
        low,
        high,
        mark: others?.value ?? null,
        text: written(level.daily, language).value,
      },
    ];
  });
  if (bars.length === 0) return null;
  return { kind: 'bars', title: words.levels, bars, names: { bar: words.managers, mark: words.otherPeople } };
}

function levelName(
  { key, levels }: ExemplarityLevel,
  houseWords: Readonly<Record<string, string>>,
  language: Language,
): string {
  const words = reportWords[language];
  if (key === withoutLevel) return words.levelNone;
  if (levels.length === 0) return words.allManagers;
  const nameOf = (level: number) =>
    houseWords[`level-${level}`] ?? (level === 0 ? words.levelZero : words.level(formatNumber(level, language)));
  const names = [...new Set([nameOf(levels[0]!), nameOf(levels.at(-1)!)])];
  return names.join(levels.length > 2 ? ' – ' : language === 'fr' ? ' et ' : ' and ');
}
