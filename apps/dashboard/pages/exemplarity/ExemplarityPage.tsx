import { Button } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Exemplarity } from '#contract/exemplarity.js';
import { type Measured } from '#contract/published.js';
import { type IndicatorKey, indicatorOf } from '#domain/indicators/catalogue.js';
import { shareEnds } from '#domain/indicators/told.js';
import { useReading } from '../../api/reading.js';
import { useFilters } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { useSay } from '../../i18n/use-say.js';
import { Columns } from '../../ui/Columns.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Figure } from '../../ui/Figure.js';
import { FigureRow } from '../../ui/FigureRow.js';
import { ModuleOff } from '../../ui/ModuleOff.js';
import { RateFigure } from '../../ui/RateFigure.js';
import { ReadingLevel } from '../../ui/ReadingLevel.js';
import { Sentence } from '../../ui/Sentence.js';
import { ToSources } from '../../ui/ToSources.js';
import { useHeldBack } from '../../ui/use-held-back.js';
import { useIsOff } from '../../ui/use-is-off.js';
import styles from './exemplarity.module.css';
import { CoachingPanel } from './CoachingPanel.js';
import { Gestures } from './Gestures.js';
import { type Measure, readingOf, sideOf } from './gestures.js';
import { LevelsPanel } from './LevelsPanel.js';
import { OverTime } from './OverTime.js';
import { OwnGroupsPanel } from './OwnGroupsPanel.js';
import { RelayPanel } from './RelayPanel.js';
import { VoicePanel } from './VoicePanel.js';

/** Do managers lead by example? By level, over time, and what to do about it. */
export default function ExemplarityPage(): ReactNode {
  const { t } = useTranslation(['exemplarity', 'voice']);
  const { t: shell } = useTranslation('shell');
  const say = useSay();
  const [{ week, scope }, setFilters] = useFilters();
  const format = useFormat();
  const query = useReading('exemplarity', Exemplarity, { week, node: scope });
  const { data } = query;
  const heldBack = useHeldBack();
  const page = shell('exemplarity');
  const isOff = useIsOff('exemplarity');
  const noManagers = data?.overall?.people?.high === 0;

  if (isOff) {
    return (
      <>
        <Sentence page={page}>{t('offSay')}</Sentence>
        <ModuleOff title={t('offTitle')} />
        <CoachingPanel />
      </>
    );
  }
  if (data && (data.week === null || noManagers)) {
    return (
      <>
        <Sentence page={page}>{noManagers ? t('noManagersSay') : say(data.sentence)}</Sentence>
        <EmptyState title={t(noManagers ? 'noManagersTitle' : 'unpublishedTitle')} action={<ToSources />}>
          {noManagers ? t('noManagersDetail') : (heldBack ?? t('unpublishedDetail'))}
        </EmptyState>
        <CoachingPanel />
      </>
    );
  }
  if (data && isNothingYet(data, scope))
    return (
      <>
        <Sentence page={page}>{t('notYetSay')}</Sentence>
        <EmptyState title={t('notYetTitle')}>{t('notYetDetail')}</EmptyState>
        <CoachingPanel />
      </>
    );
  const above = data?.seeAbove;
  return (
    <>
      <Sentence
        page={page}
        pdf={{ board: 'exemplarity', filters: { week, node: scope } }}
        actions={<ReadingLevel />}
        detail={
          above && (
            <Button variant="subtle" px={0} onClick={() => setFilters({ scope: above.node })} className={styles.above}>
              {t('seeAbove', { name: above.name, managers: above.managers ? format.range(above.managers) : '–' })}
            </Button>
          )
        }
      >
        {data ? say(data.sentence) : '\u00a0'}
      </Sentence>
      {data && <Figures data={data} />}
      <Columns wide>
        <LevelsPanel query={query} />
        <Gestures query={query} />
      </Columns>
      <Columns>
        <OwnGroupsPanel query={query} />
        <VoicePanel query={query} />
      </Columns>
      {data && <OverTime />}
      <Columns>
        <RelayPanel query={query} />
        <CoachingPanel />
      </Columns>
    </>
  );
}

/** Of the whole organisation not even the number of managers is told: their weeks are still to come, or they are too few. */
const isNothingYet = ({ overall, others, seeAbove }: Exemplarity, scope: string | undefined) =>
  scope === undefined && !seeAbove && (overall?.people ?? null) === null && (others?.weekly.value ?? null) === null;

const figures = [
  ['daily', 'K50', 'dailyFigure'],
  ['weekly', 'K50.weekly', 'weeklyFigure'],
  ['posting', 'K50.posting', 'postingFigure'],
] as const satisfies readonly (readonly [Measure, IndicatorKey, string])[];

function Figures({ data: { overall, others, managersShare, week, windowEnd, weeklyEnd } }: { data: Exemplarity }) {
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
