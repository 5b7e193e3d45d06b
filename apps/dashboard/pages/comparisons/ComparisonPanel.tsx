import { useTranslation } from 'react-i18next';
import { type Comparison } from '#contract/comparison.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { placeName } from '#domain/sentences/place-name.js';
import { useOrganization } from '../../api/organization.js';
import { AlignedChart } from '../../charts/AlignedChart.js';
import { useAnnotationMarks } from '../../charts/annotation-marks.js';
import { TimeChart } from '../../charts/TimeChart.js';
import { saysDays } from '../../format/says-days.js';
import { useFormat } from '../../i18n/use-format.js';
import { benchmarkLevels } from '../../ui/benchmark-line.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { alignedLines, calendarLines, isBandOnly, isSparse, shareDomain } from './comparison-lines.js';
import { isOpen } from './is-open.js';
import { useComparisonTable } from './use-comparison-table.js';
import { useUnitWords } from './use-unit-words.js';

const height = 360;

/** The curves on one another, with the people behind each point. */
export function ComparisonPanel({ query }: { query: PanelQuery<Comparison> }) {
  const { t } = useTranslation('comparisons');
  const format = useFormat();
  const { data: organization } = useOrganization();
  const marks = useAnnotationMarks(organization?.annotations);
  const table = useComparisonTable();
  const words = useUnitWords();
  const levels = ({ indicator, window, series }: Comparison) =>
    benchmarkLevels(indicator, series[0]?.points.at(-1), window, format.language);
  const percent = (value: number) => format.percent(value);
  const titleOf = (data: Comparison) => indicatorOf(data.indicator).title[format.language];

  const finding = (data: Comparison) => {
    const [one, other] = data.series;
    // Ends too far apart have no middle to speak of.
    if (!one || !other || !data.latest || data.latest.reach.refusal === 'too_wide') return titleOf(data);
    const { difference, reach } = data.latest;
    const points = (share: number) => format.points(share);
    const names = { first: one.name, second: other.name, points: points(difference.value) };
    const { low, high } = reach.corrected ?? reach.published;
    if (low === high) return t('findingBare', names);
    const told = isOpen(reach) ? 'findingChance' : 'finding';
    return t(reach.corrected ? told : 'findingOpen', {
      ...{ ...names, ...words(reach) },
      ...{ low: points(low), high: points(high) },
    });
  };
  const subtitle = (data: Comparison) =>
    data.window === null
      ? t('subtitleState', { title: titleOf(data) })
      : saysDays(titleOf(data), data.window)
        ? titleOf(data)
        : t('subtitleWindow', { title: titleOf(data), days: format.number(data.window) });
  const caption = (data: Comparison) =>
    [
      data.align === 'launch' && t('captionLaunch'),
      data.align === 'calendar' && data.series.some(({ launch }) => launch !== null) && t('captionCalendar'),
      t(data.latest?.reach.designEffect ? 'captionBandSites' : 'captionBand', words(data.latest?.reach)),
      data.series.slice(0, 2).some(isBandOnly) && t('captionBandOnly'),
      data.series.some(isSparse) && t('captionBlocks'),
      ...data.series
        .filter(({ mixed }) => mixed.length > 0)
        .map(({ name, mixed }) => {
          const names = mixed.map((place) => placeName(place, format.language));
          return t('mixed', { name, names: new Intl.ListFormat(format.language).format(names) });
        }),
    ]
      .filter(Boolean)
      .join(' ');

  return (
    <Panel
      query={query}
      title={finding}
      subtitle={subtitle}
      caption={caption}
      height={height}
      table={table}
      empty={({ series }) =>
        series.every(({ points }) => points.length === 0) && (
          <EmptyState title={t('noPoint')}>{t('noPointDetail')}</EmptyState>
        )
      }
    >
      {(data) =>
        data.align === 'launch' ? (
          <AlignedChart
            label={finding(data)}
            series={alignedLines(data.series)}
            levels={levels(data)}
            valueText={percent}
            height={height}
            domain={shareDomain(data.series)}
          />
        ) : (
          <TimeChart
            label={finding(data)}
            series={calendarLines(data.series)}
            annotations={marks}
            levels={levels(data)}
            valueText={percent}
            height={height}
            domain={shareDomain(data.series)}
          />
        )
      }
    </Panel>
  );
}
