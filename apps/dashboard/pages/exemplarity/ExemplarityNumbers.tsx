import { useTranslation } from 'react-i18next';
import { type Exemplarity } from '#contract/exemplarity.js';
import { type Measured } from '#contract/published.js';
import { type IndicatorKey, indicatorOf } from '#domain/indicators/catalogue.js';
import { shareEnds } from '#domain/indicators/told.js';
import { useFormat } from '../../i18n/use-format.js';
import { Figure } from '../../ui/Figure.js';
import { FigureRow } from '../../ui/FigureRow.js';
import { RateFigure } from '../../ui/RateFigure.js';
import { type Measure, readingOf, sideOf } from './gestures.js';

const figures = [
  ['daily', 'K50', 'dailyFigure'],
  ['weekly', 'K50.weekly', 'weeklyFigure'],
  ['posting', 'K50.posting', 'postingFigure'],
] as const satisfies readonly (readonly [Measure, IndicatorKey, string])[];

/** How often managers are there, act and speak up, against the others; and how many they are. */
export function ExemplarityNumbers({
  data: { overall, others, managersShare, week, windowEnd, weeklyEnd },
}: {
  data: Exemplarity;
}) {
  const { t } = useTranslation('exemplarity');
  const format = useFormat();
  if (!overall || !others) return null;
  // « 1 fois les autres » is as much as they.
  const ratioText = (ratio: number) =>
    format.number(ratio, 1) === format.number(1, 1) || format.number(ratio, 1) === format.number(1)
      ? t('benchmarkSame')
      : t('benchmarkRatio', { ratio: format.number(ratio, 1) });
  const { people } = overall;
  return (
    <FigureRow>
      {figures.map(([measure, indicator, label]) => {
        const gap = overall.gaps[measure];
        const side = sideOf(overall, others, measure);
        const beside = others[measure].value;
        const upTo = (measure === 'weekly' ? weeklyEnd : windowEnd) ?? undefined;
        if (readingOf(overall[measure]) === 'wide') {
          const { numerator, denominator } = overall[measure];
          const ends = { numerator, denominator };
          return <Imprecise key={measure} indicator={indicator} label={t(label)} ends={ends} upTo={upTo} />;
        }
        return (
          <RateFigure
            key={measure}
            indicator={indicator}
            measured={overall[measure]}
            label={t(label)}
            upTo={upTo}
            change={
              gap && beside !== null
                ? {
                    text: format.points(gap.points.value),
                    window: t('against', { others: format.percent(beside) }),
                    tone: side === 'above' ? 'good' : side === 'below' ? 'attention' : undefined,
                  }
                : undefined
            }
            benchmark={gap?.ratio ? ratioText(gap.ratio.value) : undefined}
          />
        );
      })}
      <Figure
        label={t('managersFigure')}
        value={people && format.range(people)}
        people={managersShare === null ? undefined : t('managersShare', { share: format.percent(managersShare) })}
        definition={t('managersDefinition')}
        upTo={week ?? undefined}
      />
    </FigureRow>
  );
}

interface ImpreciseProps {
  indicator: IndicatorKey;
  label: string;
  ends: Pick<Measured, 'numerator' | 'denominator'>;
  upTo: string | undefined;
}

/** Ends too far apart for a figure. « 0 » is no lower end: other figures of the page may say that somebody did. */
function Imprecise({ indicator, label, ends: { numerator, denominator }, upTo }: ImpreciseProps) {
  const { t } = useTranslation('exemplarity');
  const format = useFormat();
  const shares = shareEnds(numerator, denominator);
  if (!numerator || !denominator || !shares) return null;
  return (
    <Figure
      label={label}
      value={
        numerator.low === 0
          ? t('atMost', { n: format.percent(shares.high) })
          : t('ends', { low: format.percent(shares.low), high: format.percent(shares.high) })
      }
      people={t('imprecise', {
        n: numerator.low === 0 ? t('atMost', { n: format.number(numerator.high) }) : format.range(numerator),
        of: format.number(denominator.high),
      })}
      definition={format.say(indicatorOf(indicator).meaning)}
      upTo={upTo}
    />
  );
}
