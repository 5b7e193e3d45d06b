import { useTranslation } from 'react-i18next';
import { type Comparison, type ComparisonDifference } from '#contract/comparison.js';
import { capital } from '../../format/capital.js';
import { useFormat } from '../../i18n/use-format.js';
import { Figure } from '../../ui/Figure.js';
import { FigureRow } from '../../ui/FigureRow.js';
import { RateFigure } from '../../ui/RateFigure.js';
import { ReadAt, useReadingLevel } from '../../ui/reading-level.js';

const tiny = 0.001;

/** The difference with its interval, both rates with their people, and what stands behind them. */
export function DifferenceNumbers({ comparison, latest }: { comparison: Comparison; latest: ComparisonDifference }) {
  const { t } = useTranslation('comparisons');
  const format = useFormat();
  const [level] = useReadingLevel();
  const [one, other] = comparison.series;
  if (!one || !other) return null;
  const when = (weekEnd: string) =>
    comparison.align === 'launch'
      ? t('atWeek', { week: format.number(latest.week) })
      : t('onDay', { day: format.day(weekEnd, 'short') });
  const rates = [
    { ...latest.first, name: one.name },
    { ...latest.second, name: other.name },
  ];
  const placesOf = ({ sites }: Comparison['series'][number]) => (sites === 0 ? t('list') : format.number(sites));
  return (
    <ReadAt level="expert">
      <FigureRow>
        <Figure
          label={t('difference')}
          value={format.points(latest.difference.value)}
          interval={{ low: format.points(latest.difference.low), high: format.points(latest.difference.high) }}
          people={when(latest.first.weekEnd)}
          definition={t('differenceDefinition')}
          method={t('differenceMethod')}
        />
        {rates.map(({ wave, name, rate, weekEnd }) => (
          <RateFigure
            key={wave}
            indicator={comparison.indicator}
            measured={rate}
            label={name}
            window={comparison.window}
            upTo={weekEnd}
          />
        ))}
        <Figure
          label={capital(t('places'))}
          value={t('placesOf', { first: placesOf(one), second: placesOf(other) })}
          people={t('placesPeople', {
            first: format.number(latest.first.rate.n ?? 0),
            second: format.number(latest.second.rate.n ?? 0),
          })}
          definition={t('placesDefinition')}
        />
        {level === 'expert' && latest.p !== null && latest.z !== null && (
          <Figure
            label={t('test')}
            value={latest.p < tiny ? t('testSmall') : t('testValue', { p: format.number(latest.p, 3) })}
            people={t('testDetail', { z: format.number(latest.z, 2) })}
            definition={t('testDefinition')}
          />
        )}
      </FigureRow>
    </ReadAt>
  );
}
