import { useTranslation } from 'react-i18next';
import { type ComparisonSeries, FunnelPlot } from '#contract/comparison.js';
import { type IndicatorKey, type Window } from '#contract/indicators.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { placeName } from '#domain/sentences/place-name.js';
import { useReading } from '../../api/reading.js';
import { useStalled } from '../../api/stalled.js';
import { useFilters } from '../../app/filters.js';
import { FunnelPlotChart } from '../../charts/drawn-later.js';
import { useFormat } from '../../i18n/use-format.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';

const height = 340;

interface FunnelPanelProps {
  indicator: IndicatorKey;
  window: Window | undefined;
  series: readonly ComparisonSeries[];
}

/** Every entity against what chance and its size explain, instead of a league table. */
export function FunnelPanel({ indicator, window, series }: FunnelPanelProps) {
  const { t } = useTranslation(['funnel-plot', 'comparisons']);
  const format = useFormat();
  const [{ week }] = useFilters();
  const query = useReading('funnel-plot', FunnelPlot, { week, indicator, window });
  const outside = ({ entities }: FunnelPlot) => entities.filter(({ standing }) => standing !== 'within').length;
  const title = (plot: FunnelPlot) =>
    t('funnelTitle', { count: outside(plot), all: format.number(plot.entities.length) });
  const targetText = ({ target, around }: FunnelPlot) =>
    target === null && around
      ? t('funnelRange', { low: format.percent(around.low), high: format.percent(around.high) })
      : format.percent(target ?? 0, 1);
  const list = new Intl.ListFormat(format.language, { type: 'conjunction' });
  const stalled = [...useStalled(week).values()].map((entity) => placeName(entity, format.language));
  const names = list.format(stalled);
  /** Those that stand out, by name: a picture alone tells nobody which they are. */
  const named = ({ entities }: FunnelPlot) =>
    (['below', 'above'] as const).flatMap((side) => {
      const found = entities
        .filter(({ standing }) => standing === side)
        .map((entity) => placeName(entity, format.language));
      return found.length > 0 ? t(`funnelNamed_${side}`, { names: list.format(found) }) : [];
    });
  const marked = new Set(series.slice(0, 2).flatMap(({ kind, key }) => (kind === 'entity' ? [key] : [])));
  return (
    <Panel
      query={query}
      title={title}
      waitingTitle={t('funnelSubtitle')}
      subtitle={t('funnelAxis', { title: indicatorOf(indicator).title[format.language] })}
      caption={(plot) =>
        [
          ...named(plot),
          outside(plot) > 0 && t('funnelOneDay'),
          t('funnelCaption', { target: targetText(plot) }),
          plot.entities.some(({ value }) => value === null) && t('funnelRanges'),
          plot.overdispersion > 1.5 && t('funnelSpread', { times: format.number(plot.overdispersion, 1) }),
          plot.hidden > 0 && t('funnelHidden', { count: plot.hidden }),
          plot.weekEnd !== null && t('funnelWeek', { day: format.day(plot.weekEnd, 'long') }),
          stalled.length > 0 && t('funnelStalled', { count: stalled.length, names }),
        ]
          .filter(Boolean)
          .join(' ')
      }
      height={height}
      table={useFunnelTable()}
      empty={({ entities }) =>
        entities.length === 0 && (
          <EmptyState title={t('comparisons:noPoint')}>{t('comparisons:noPointDetail')}</EmptyState>
        )
      }
    >
      {(plot) => (
        <FunnelPlotChart
          label={[title(plot), ...named(plot)].join('. ')}
          entities={plot.entities.map((each) => ({
            ...each,
            name: placeName(each, format.language),
            isMarked: marked.has(each.place),
          }))}
          limits={plot.limits}
          target={plot.target ?? plot.around ?? 0}
          height={height}
        />
      )}
    </Panel>
  );
}

function useFunnelTable(): (plot: FunnelPlot) => TableOf<FunnelPlot['entities'][number]> {
  const { t } = useTranslation(['funnel-plot', 'comparisons']);
  const format = useFormat();
  return ({ entities, weekEnd }) => ({
    columns: [
      { key: 'name', label: t('funnelEntity'), value: (entity) => placeName(entity, format.language) },
      { key: 'size', label: t('funnelPeople'), numeric: true, value: ({ size }) => Math.round(size) },
      {
        key: 'value',
        share: true,
        label: t('funnelRate'),
        numeric: true,
        value: ({ value }) => value,
        cell: ({ value, published: { low, high } }) =>
          value === null
            ? t('funnelRange', { low: format.percent(low), high: format.percent(high) })
            : format.percent(value),
        told: ({ value, low, high, size, published }) => ({
          ...{ value, low, high, n: Math.round(size), asOf: weekEnd },
          published,
        }),
      },
      {
        key: 'shrunk',
        share: true,
        label: t('funnelShrunk'),
        numeric: true,
        value: ({ shrunk }) => shrunk,
        cell: ({ shrunk }) => (shrunk === null ? t('funnelTooWide') : format.percent(shrunk)),
      },
      { key: 'standing', label: t('funnelStanding'), value: ({ standing }) => t(`funnel_${standing}`) },
    ],
    rows: entities,
    rowKey: ({ place }) => place,
  });
}
