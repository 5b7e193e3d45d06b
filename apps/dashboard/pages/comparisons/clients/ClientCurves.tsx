import { useTranslation } from 'react-i18next';
import { type Clients } from '#contract/clients.js';
import { type ComparisonSeries } from '#contract/comparison.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { AlignedChart } from '../../../charts/AlignedChart.js';
import { saysDays } from '../../../format/says-days.js';
import { useFormat } from '../../../i18n/use-format.js';
import { EmptyState } from '../../../ui/EmptyState.js';
import { Panel, type PanelQuery } from '../../../ui/Panel.js';
import { alignedLines, isBandOnly, isSparse, shareDomain } from '../comparison-lines.js';
import { useComparisonTable } from '../use-comparison-table.js';
import { useUnitWords } from '../use-unit-words.js';

const height = 360;
const coloured = 4;

/** Those with a launch, in their order; where there are more than colours, the two compared stand in front. */
export function curvesOf({ clients, compared }: Clients): ComparisonSeries[] {
  const own = clients.flatMap(({ series }) => (series && series.launch !== null ? [series] : []));
  const told = own.filter(({ points }) => points.length > 0).map((each, position) => ({ ...each, position }));
  if (told.length <= coloured) return told;
  const pair = (compared?.series ?? []).map(({ side }) => side);
  const front = told.filter(({ side }) => pair.includes(side)).map((each, position) => ({ ...each, position }));
  return [...front, ...told.filter(({ side }) => !pair.includes(side))];
}

/** All curves on one another, each from its own launch. */
export function ClientCurves({ query }: { query: PanelQuery<Clients> }) {
  const { t } = useTranslation(['clients', 'comparisons']);
  const format = useFormat();
  const table = useComparisonTable();
  const words = useUnitWords();
  const title = ({ indicator }: Clients) => t('curves', { title: indicatorOf(indicator).title[format.language] });
  const subtitle = ({ indicator, window }: Clients) => {
    const name = indicatorOf(indicator).title[format.language];
    if (window === null) return t('comparisons:subtitleState', { title: name });
    return saysDays(name, window)
      ? name
      : t('comparisons:subtitleWindow', { title: name, days: format.number(window) });
  };
  const caption = (data: Clients) => {
    const curves = curvesOf(data);
    return [
      t('comparisons:captionLaunch'),
      t('comparisons:captionBand', words(data.compared?.latest?.reach)),
      curves.some(isBandOnly) && t('comparisons:captionBandOnly'),
      curves.some(isSparse) && t('comparisons:captionBlocks'),
      curves.length > coloured && t('captionFront'),
    ]
      .filter(Boolean)
      .join(' ');
  };
  return (
    <Panel
      query={query}
      title={title}
      subtitle={subtitle}
      caption={caption}
      height={height}
      table={(data) => table({ series: curvesOf(data), align: 'launch' })}
      empty={(data) =>
        curvesOf(data).length === 0 && <EmptyState title={t('noCurve')}>{t('noCurveDetail')}</EmptyState>
      }
    >
      {(data) => {
        const curves = curvesOf(data);
        return (
          <AlignedChart
            label={title(data)}
            series={alignedLines(curves, curves.length > coloured ? 2 : coloured)}
            valueText={(value) => format.percent(value)}
            height={height}
            domain={shareDomain(curves)}
          />
        );
      }}
    </Panel>
  );
}
