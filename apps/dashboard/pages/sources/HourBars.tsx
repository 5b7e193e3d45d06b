import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.js';
import { useFormat } from '../../i18n/use-format.js';
import { type HourColumn } from './arrival.js';
import styles from './sources.module.css';

const height = 64;
const foot = 18;

/** Events received hour by hour; refusals stand on top, in the colour that asks for action. */
export function HourBars({ columns, label }: { columns: HourColumn[]; label: string }) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const most = Math.max(1, ...columns.map(({ received }) => received));
  const tall = (count: number) => (count === 0 ? 0 : Math.max(2, (count / most) * (height - foot - 2)));
  const hourText = new Intl.DateTimeFormat(format.language, { weekday: 'short', hour: '2-digit', minute: '2-digit' });
  if (columns.every(({ received }) => received === 0)) return <p className={styles.quiet}>{t('quiet')}</p>;
  return (
    <ChartFrame label={label} height={height}>
      {(width) => {
        const step = width / columns.length;
        const floor = height - foot;
        return (
          <svg width={width} height={height} role="img" aria-label={label} fontSize={12}>
            {columns.map(({ hour, received, rejected }, i) => {
              const refused = received > 0 ? (tall(received) * rejected) / received : 0;
              return (
                <g key={hour}>
                  <title>
                    {t('hourBar', {
                      hour: hourText.format(new Date(hour)),
                      received: format.number(received),
                      rejected: format.number(rejected),
                    })}
                  </title>
                  <rect x={i * step} y={0} width={step} height={floor} fill="transparent" />
                  <rect
                    x={i * step + 1}
                    y={floor - tall(received)}
                    width={Math.max(1, step - 2)}
                    height={tall(received)}
                    rx={1.5}
                    fill="var(--series-ours)"
                  />
                  {refused > 0 && (
                    <rect
                      x={i * step + 1}
                      y={floor - tall(received)}
                      width={Math.max(1, step - 2)}
                      height={Math.max(2, refused)}
                      rx={1.5}
                      fill="var(--attention)"
                    />
                  )}
                </g>
              );
            })}
            <path d={`M0 ${floor}H${width}`} stroke="var(--hairline-strong)" />
            <text y={height - 3} fill="var(--ink-faint)">
              {t('hoursAgo')}
            </text>
            <text x={width} y={height - 3} textAnchor="end" fill="var(--ink-faint)">
              {t('now')}
            </text>
          </svg>
        );
      }}
    </ChartFrame>
  );
}
