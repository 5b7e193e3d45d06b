import { colourOf, type PlotSeries } from './plot.js';
import styles from './PlotTooltip.module.css';

/** Names of the lines above the plot, where there is no room beside it. */
export function PlotKey({ series }: { series: PlotSeries[] }) {
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
    </ul>
  );
}
