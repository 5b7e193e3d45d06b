import { useTranslation } from 'react-i18next';
import { type Rollout } from '#contract/rollout.js';
import { useOrganization } from '../../api/organization.js';
import { useAnnotationMarks } from '../../charts/annotation-marks.js';
import { TimeChart } from '../../charts/TimeChart.js';
import { capital } from '../../format/capital.js';
import { useFormat } from '../../i18n/use-format.js';
import { useSay } from '../../i18n/use-say.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';
import { WaveSwatch } from '../../ui/WaveSwatch.js';
import { forecastSeries, forecastWaves } from './forecast-series.js';
import styles from './ForecastPanel.module.css';

type Wave = Rollout['waves'][number];

/** Where the open waves are heading; absent while nothing is open or left to reach. */
export function ForecastPanel({ query }: { query: PanelQuery<Rollout> }) {
  const { t } = useTranslation('forecast');
  const say = useSay();
  const format = useFormat();
  const { data: organization } = useOrganization();
  const marks = useAnnotationMarks(organization?.annotations);
  const table = useForecastTable();
  if (query.data && forecastWaves(query.data).length === 0) return null;
  const caption = ({ total }: Rollout) => {
    const assumed = total?.forecast?.state === 'fitted' ? total.forecast.assumed : [];
    const names = new Intl.ListFormat(format.language).format(assumed);
    return [t('caption'), assumed.length > 0 && t('assumed', { names })].filter(Boolean).join(' ');
  };
  // The title speaks of what is drawn: the waves, not the whole.
  const title = (rollout: Rollout) => {
    const [wave, ...others] = forecastWaves(rollout);
    return wave?.forecast && others.length === 0 ? say(wave.forecast.sentence) : t('title');
  };
  return (
    <Panel
      query={query}
      title={title}
      waitingTitle={t('title')}
      subtitle={t('subtitle')}
      caption={caption}
      height={320}
      table={(data) => table(forecastWaves(data))}
    >
      {(data) => (
        <>
          <ul className={styles.sentences}>
            {forecastWaves(data).map((wave) => (
              <Said key={wave.key} wave={wave} alone={forecastWaves(data).length === 1} />
            ))}
            {data.total?.forecast && (
              <li>
                <strong>{t('whole')}</strong> {say(data.total.forecast.sentence)}
              </li>
            )}
          </ul>
          <TimeChart
            label={t('title')}
            series={forecastSeries(forecastWaves(data), (name) => t('expected', { name }))}
            valueText={(value) => format.percent(value)}
            annotations={marks}
            domain={[0, 1]}
            height={260}
          />
        </>
      )}
    </Panel>
  );
}

function Said({ wave: { position, forecast }, alone }: { wave: Wave; alone: boolean }) {
  const { t } = useTranslation('forecast');
  const say = useSay();
  const format = useFormat();
  if (!forecast) return null;
  const trend = forecast.state === 'too_early' ? forecast.trend : null;
  // Alone, it is the title.
  if (alone && !trend) return null;
  return (
    <li>
      {!alone && <WaveSwatch rank={position}>{say(forecast.sentence)}</WaveSwatch>}
      {trend && <small> {t('trend', { points: format.points(trend.perWeek) })}</small>}
    </li>
  );
}

function useForecastTable(): (waves: Wave[]) => TableOf<Wave> {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const fitted = ({ forecast }: Wave) => (forecast?.state === 'fitted' ? forecast : null);
  const day = (on: string | null | undefined) => (on ? format.day(on, 'medium') : t('never'));
  return (waves) => ({
    columns: [
      {
        key: 'wave',
        label: capital(t('columnWave')),
        value: ({ name }) => name,
        cell: ({ position, name }) => <WaveSwatch rank={position}>{name}</WaveSwatch>,
      },
      {
        key: 'curve',
        label: t('columnCurve'),
        value: (wave) => t(fitted(wave)?.curve ?? 'tooEarly'),
      },
      {
        key: 'measures',
        label: t('columnMeasures'),
        numeric: true,
        value: ({ forecast }) => forecast?.observations ?? null,
      },
      {
        key: 'ceiling',
        share: true,
        label: t('columnCeiling'),
        numeric: true,
        value: (wave) => fitted(wave)?.ceiling.value ?? null,
        cell: (wave) => {
          const found = fitted(wave);
          return found ? format.percent(found.ceiling.value) : '–';
        },
      },
      ...(['low', 'high'] as const).map((end) => ({
        key: `ceiling-${end}`,
        share: true,
        label: t(end === 'low' ? 'columnCeilingLow' : 'columnCeilingHigh'),
        numeric: true,
        value: (wave: Wave) => fitted(wave)?.ceiling[end] ?? null,
        cell: (wave: Wave) => {
          const found = fitted(wave);
          return found ? format.percent(found.ceiling[end]) : '–';
        },
      })),
      {
        key: 'n',
        label: 'n',
        numeric: true,
        value: ({ activation }) => activation.denominator?.high ?? null,
      },
      {
        key: 'asOf',
        label: t('columnAsOf'),
        value: ({ asOf }) => asOf,
        cell: ({ asOf }) => (asOf ? format.day(asOf, 'medium') : '–'),
      },
      {
        key: 'reached',
        label: t('columnReached'),
        value: (wave) => fitted(wave)?.reached.day ?? null,
        cell: (wave) => (fitted(wave) ? day(fitted(wave)?.reached.day) : '–'),
      },
      {
        key: 'between',
        label: t('columnBetween'),
        value: (wave) => {
          const found = fitted(wave)?.reached;
          return found?.low ? t('between', { low: found.low, high: found.high ?? t('never') }) : null;
        },
        cell: (wave) => {
          const found = fitted(wave)?.reached;
          return found?.low ? t('between', { low: day(found.low), high: day(found.high) }) : '–';
        },
      },
      {
        key: 'rise',
        label: t('columnRise'),
        numeric: true,
        value: (wave) => fitted(wave)?.riseWeeks ?? null,
        cell: (wave) => {
          const weeks = fitted(wave)?.riseWeeks ?? null;
          return weeks === null ? '–' : t('weeks', { count: Math.round(weeks) });
        },
      },
    ],
    rows: waves,
    rowKey: ({ key }) => key,
  });
}
