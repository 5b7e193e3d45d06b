import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.js';
import { useReadingLevel } from '../ui/reading-level.js';
import { colourOf, type PlotSeries } from './plot.js';
import styles from './PlotTooltip.module.css';

interface PlotTooltipProps {
  title: string;
  x: number;
  series: PlotSeries[];
  valueText: (value: number) => string;
}

/** Everything known about one week, in one place. */
export function PlotTooltip({ title, x, series, valueText }: PlotTooltipProps) {
  const { t } = useTranslation('charts');
  const format = useFormat();
  const [level] = useReadingLevel();
  // Published between two ends that have no middle.
  const ends = (low: number | null, high: number | null) =>
    low === null || high === null ? (
      <em>{t('noPoint')}</em>
    ) : (
      t('interval', { low: valueText(low), high: valueText(high) })
    );
  return (
    <div className={styles.tooltip}>
      <h4>{title}</h4>
      <table>
        <tbody>
          {series.map((each) => {
            const point = each.points.find((candidate) => candidate.x === x);
            const value = point?.value ?? null;
            const [low, high] = [point?.low ?? null, point?.high ?? null];
            return (
              <tr key={each.key}>
                <th scope="row">
                  <span
                    className={styles.swatch}
                    data-plan={each.role === 'plan' || undefined}
                    style={{ color: colourOf(each) }}
                  />
                  {each.name}
                </th>
                <td>{value === null ? ends(low, high) : valueText(value)}</td>
                <td className={styles.quiet}>
                  {level === 'expert' && value !== null && low !== null && high !== null
                    ? t('interval', { low: valueText(low), high: valueText(high) })
                    : ''}
                </td>
                <td className={styles.quiet}>
                  {point?.n == null
                    ? ''
                    : `n\u00a0=\u00a0${point.nEnds ? format.range(point.nEnds) : format.number(Math.round(point.n))}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
