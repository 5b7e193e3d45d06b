import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.js';
import { ChartFrame } from './ChartFrame.js';

/** Monday of some week: only the names of the days are taken from it. */
const monday = '2024-01-01';
const labelled = [0, 6, 9, 12, 15, 18, 21];
/** On a telephone three hours are narrower than their name. */
const labelledNarrow = [0, 6, 12, 18];
const head = 22;

/** The name of a day of the week, 0 = Monday. */
export function dayName(day: number, language: string, style: 'long' | 'short' = 'long'): string {
  const at = new Date(Date.parse(`${monday}T00:00:00Z`) + day * 86_400_000);
  return new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' }).format(at);
}

/** People in each hour of the week: days down, hours across, the darker the more. `hours` begins on Monday at midnight. */
export function WeekHours({ label, hours }: { label: string; hours: readonly number[] }) {
  const { t } = useTranslation('charts');
  const format = useFormat();
  const most = Math.max(...hours, 1);
  return (
    <ChartFrame label={label} height={7 * 26 + head}>
      {(width) => {
        const narrow = width < 480;
        const left = narrow ? 34 : 84;
        const cell = (width - left) / 24;
        const row = narrow ? 18 : 30;
        return (
          <svg width={width} height={head + 7 * row} role="img" aria-label={label}>
            {(narrow ? labelledNarrow : labelled).map((hour) => (
              <text
                key={hour}
                x={left + (hour + 0.5) * cell}
                y={13}
                fontSize={13}
                fill="var(--ink-faint)"
                textAnchor="middle"
              >
                {t('hour', { hour })}
              </text>
            ))}
            {Array.from({ length: 7 }, (_, day) => (
              <g key={day} transform={`translate(0 ${head + day * row})`}>
                <text y={row / 2} dy="0.35em" fontSize={13} fill="var(--ink-soft)">
                  {dayName(day, format.language, narrow ? 'short' : 'long')}
                </text>
                {Array.from({ length: 24 }, (__, hour) => (
                  <rect
                    key={hour}
                    x={left + hour * cell + 1}
                    y={1}
                    width={Math.max(1, cell - 2)}
                    height={row - 2}
                    rx={Math.min(3, cell / 4)}
                    fill="var(--series-ours)"
                    fillOpacity={0.05 + 0.95 * ((hours[day * 24 + hour] ?? 0) / most)}
                  >
                    <title>
                      {t('hourPeople', {
                        day: dayName(day, format.language),
                        from: hour,
                        to: hour + 1,
                        people: format.number(hours[day * 24 + hour] ?? 0, (hours[day * 24 + hour] ?? 0) < 10 ? 1 : 0),
                      })}
                    </title>
                  </rect>
                ))}
              </g>
            ))}
          </svg>
        );
      }}
    </ChartFrame>
  );
}
