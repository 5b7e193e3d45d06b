import { useFormat } from '../i18n/use-format.js';
import styles from './MarkList.module.css';
import { type NumberedMark } from './number-marks.js';

/** What the numbers above a plot stand for. */
export function MarkList({ marks }: { marks: readonly NumberedMark[] }) {
  const format = useFormat();
  const told = marks.filter((mark) => mark.told.length > 0);
  if (told.length === 0) return null;
  return (
    <ol className={styles.list} data-marks>
      {told.map(({ x, label, days, told: names }) => (
        <li key={x}>
          <b>{label}</b>
          <span>
            {names.join(' · ')} <small>{days.map((day) => format.day(day, 'short')).join(', ')}</small>
          </span>
        </li>
      ))}
    </ol>
  );
}
