import { colourOf, type PlotLevel, type PlotSeries, type PlotTarget } from './plot.js';
import { levelDashes } from './Levels.js';
import { targetDashes } from './Targets.js';
import styles from './PlotTooltip.module.css';

interface PlotKeyProps {
  series?: PlotSeries[];
  levels?: readonly PlotLevel[];
  targets?: readonly PlotTarget[];
}

/** Names above the plot: of lines where there is no room beside it, of published figures wherever they would lie on lines. */
export function PlotKey({ series = [], levels = [], targets = [] }: PlotKeyProps) {
  return (
    <ul className={styles.key} data-key>
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
      {targets.map(({ label }) => (
        <li key={label}>
          <svg className={styles.level} aria-hidden="true">
            <path d="M0 1H22" stroke="var(--good)" strokeWidth={1.5} strokeDasharray={targetDashes} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
