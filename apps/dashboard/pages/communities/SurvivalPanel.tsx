import { useTranslation } from 'react-i18next';
import { type Communities, type SurvivalPoint } from '#contract/communities.js';
import { LinePlot } from '../../charts/drawn-later.js';
import { useFormat } from '../../i18n/use-format.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { peopleText } from '../../ui/measured.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { useReadingLevel } from '../../ui/reading-level.js';

/** How long groups live, from all of them at birth; archived ones leave the count on their date. */
export function SurvivalPanel({ query }: { query: PanelQuery<Communities> }) {
  const { t } = useTranslation('communities');
  const format = useFormat();
  const [level] = useReadingLevel();
  // Without a curve there is no finding.
  const alive = ({ figures, survival }: Communities) => (survival.length === 0 ? null : (figures.K41?.value ?? null));
  return (
    <Panel
      query={query}
      title={(data) => {
        const share = alive(data);
        return share === null
          ? t('survivalWaiting')
          : t('survivalTitle', { alive: format.number(Math.round(share * 100)) });
      }}
      waitingTitle={t('survivalWaiting')}
      subtitle={t('survivalSubtitle')}
      caption={({ figures }) => figures.K41?.n && t('survivalCaption', { n: peopleText(figures.K41, format) })}
      empty={({ survival }) => (survival.length === 0 ? <EmptyState title={t('survivalNone')} /> : null)}
      table={({ survival, week: asOf }) => ({
        rows: survival,
        rowKey: ({ week }: SurvivalPoint) => String(week),
        columns: [
          { key: 'week', label: t('age'), numeric: true, value: ({ week }: SurvivalPoint) => week },
          {
            key: 'value',
            share: true,
            label: t('alive'),
            numeric: true,
            value: ({ value }: SurvivalPoint) => value,
            cell: ({ value }: SurvivalPoint) => format.percent(value),
            told: ({ value, low, high, atRisk }: SurvivalPoint) => ({
              ...{ value, low, high, n: Math.round(atRisk) },
              ...{ asOf, isChance: true },
            }),
          },
          {
            key: 'atRisk',
            label: t('atRisk'),
            numeric: true,
            value: ({ atRisk }: SurvivalPoint) => Math.round(atRisk),
          },
        ],
      })}
    >
      {(data) => (
        <LinePlot
          label={t('survivalSubtitle')}
          height={280}
          step={4}
          stepped
          domain={[0, 1]}
          axisTitle={t('age')}
          valueText={(value) => format.percent(value)}
          tickText={(x) => format.number(x)}
          titleText={(x) => t('ageTitle', { n: x })}
          series={[
            {
              key: 'alive',
              name: t('alive'),
              role: 'ours',
              bridge: 400,
              points: data.survival.map(({ week, value, low, high, atRisk }) => ({
                ...{ x: week, value, n: Math.round(atRisk) },
                ...(level === 'expert' ? { low, high } : {}),
              })),
            },
          ]}
        />
      )}
    </Panel>
  );
}
