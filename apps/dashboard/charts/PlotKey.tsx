import { colourOf, type PlotLevel, type PlotSeries } from './plot.js';
import { levelDashes } from './Levels.js';
import styles from './PlotTooltip.module.css';

interface PlotKeyProps {
  series?: PlotSeries[];
  levels?: readonly PlotLevel[];
}

/** Names above the plot: of lines where there is no room beside it, of published figures wherever they would lie on lines. */
export function PlotKey({ series = [], levels = [] }: PlotKeyProps) {
  return (
    <ul className={styles.key}>
      {series.map((each) => (
        <li key={each.key}>
          <span
            className={styles.swatch}
            data-plan={each.role === 'plan' || undefined}
            style={{ color: colourOf(each) }}
          />
          {each.name}
        </li>
      ))}
      {levels.map(({ label, reason }) => (
        <li key={label} title={reason}>
          <svg className={styles.level} aria-hidden="true">
            <path d="M0 1H22" stroke="var(--ink-faint)" strokeDasharray={levelDashes} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
