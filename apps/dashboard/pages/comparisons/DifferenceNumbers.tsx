import { useTranslation } from 'react-i18next';
import { type Comparison, type ComparisonDifference, type Reach } from '#contract/comparison.js';
import { areEndsTold } from '#domain/indicators/count-reading.js';
import { useFormat } from '../../i18n/use-format.js';
import { Figure } from '../../ui/Figure.js';
import { FigureRow } from '../../ui/FigureRow.js';
import { RateFigure } from '../../ui/RateFigure.js';
import { ReadAt, useReadingLevel } from '../../ui/reading-level.js';
import { useUnitWords } from './use-unit-words.js';

const tiny = 0.001;

/** The difference with its interval, both rates with their people, and what stands behind them. */
export function DifferenceNumbers({ comparison, latest }: { comparison: Comparison; latest: ComparisonDifference }) {
  const { t } = useTranslation('comparisons');
  const format = useFormat();
  const [level] = useReadingLevel();
  const wordsOf = useUnitWords();
  const [one, other] = comparison.series;
  if (!one || !other) return null;
  const { first, second } = latest;
  const ages = { first: format.number(first.week), second: format.number(second.week) };
  const when =
    comparison.align === 'calendar'
      ? [first.weekEnd, second.weekEnd]
          .filter((day, place, days) => days.indexOf(day) === place)
          .map((day) => t('onDay', { day: format.day(day, 'short') }))
          .join(' – ')
      : first.week === second.week
        ? t('atWeek', { week: ages.first })
        : t('atWeeks', ages);
  const rates = [
    { ...first, name: one.name },
    { ...second, name: other.name },
  ];
  const { reach } = latest;
  const words = wordsOf(reach);
  // Between people alone chance would be told too small: where no test between sites speaks, only what is published does.
  const interval = reach.corrected ?? reach.published;
  // No middle stands for published ends that do not agree on who leads, or lie far apart: both are told, as in the sentence.
  const told = areEndsTold(reach.published)
    ? format.pointsBetween(reach.published)
    : format.points(latest.difference.value);
  return (
    <ReadAt level="expert">
      <FigureRow>
        <Figure
          label={t('difference')}
          value={reach.refusal === 'too_wide' ? t('differenceWide') : told}
          interval={{
            low: format.points(interval.low),
            high: format.points(interval.high),
            what: t(reach.corrected ? 'chanceInterval' : 'publishedInterval', words),
          }}
          people={when}
          definition={t('differenceDefinition')}
          method={t('differenceMethod', words)}
        />
        {rates.map(({ side, name, rate, betweenSites, weekEnd }) => (
          <RateFigure
            key={side}
            indicator={comparison.indicator}
            measured={{ ...rate, ...betweenSites }}
            label={name}
            window={comparison.window}
            doubt={t(betweenSites ? 'betweenSites' : 'betweenPeople', words)}
            upTo={weekEnd}
          />
        ))}
      </FigureRow>
      {level === 'expert' && <ReachFigures reach={reach} people={rates.map(({ rate }) => rate.n ?? 0)} />}
    </ReadAt>
  );
}

/** What stands behind the difference: people that count, the smallest gap visible, and chance between sites. */
function ReachFigures({ reach, people }: { reach: Reach; people: number[] }) {
  const { t } = useTranslation('comparisons');
  const format = useFormat();
  const { effectiveN, designEffect, icc, detectable, p, pLeast, method } = reach;
  const words = useUnitWords()(reach);
  if (!effectiveN && detectable === null && p === null) return null;
  /** One p where everything is exact; else both ends of what the published counts leave open. */
  const chance = (least: number, most: number) => {
    const [low, high] = [least, most].map((one) => format.number(one, 3));
    if (most < tiny) return t('testSmall');
    if (least < tiny) return t('testFromTiny', { high });
    return low === high ? t('testValue', { p: high }) : t('testBetween', { low, high });
  };
  return (
    <FigureRow>
      {effectiveN && designEffect && icc !== null && (
        <Figure
          label={t('effective')}
          value={t('effectiveOf', {
            first: format.number(Math.round(effectiveN[0])),
            second: format.number(Math.round(effectiveN[1])),
          })}
          people={t('effectivePeople', {
            first: format.number(people[0] ?? 0),
            second: format.number(people[1] ?? 0),
          })}
          definition={t('effectiveDefinition', {
            ...words,
            first: format.number(designEffect[0], 1),
            second: format.number(designEffect[1], 1),
            icc: format.number(icc, 3),
          })}
        />
      )}
      {detectable !== null && (
        <Figure
          label={t('detectable')}
          value={format.points(detectable).replace(/^\+/, '')}
          definition={t('detectableDefinition')}
        />
      )}
      {p !== null && method && (
        <Figure
          label={t('test', words)}
          value={chance(pLeast ?? p, p)}
          people={t(method === 'paired' ? 'testPairs' : 'testSites', {
            ...words,
            count: reach.clusters[0],
            first: format.number(reach.clusters[0]),
            second: format.number(reach.clusters[1]),
          })}
          definition={[
            t(`testDefinition_${method}`, { ...words, arrangements: format.number(reach.arrangements ?? 0) }),
            pLeast !== p && t('testBetweenWhy'),
          ]
            .filter(Boolean)
            .join(' ')}
        />
      )}
    </FigureRow>
  );
}
