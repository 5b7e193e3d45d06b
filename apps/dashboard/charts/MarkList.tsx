import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.js';
import styles from './MarkList.module.css';
import { type NumberedMark } from './number-marks.js';

/** On a phone more of them than this would be longer than the picture that they explain. */
const unfolded = 4;

/** What the numbers above a plot stand for. */
export function MarkList({ marks }: { marks: readonly NumberedMark[] }) {
  const { t } = useTranslation('charts');
  const format = useFormat();
  const isPhone = useMediaQuery('(max-width: 600px)', false, { getInitialValueInEffect: false });
  const told = marks.filter((mark) => mark.told.length > 0);
  if (told.length === 0) return null;
  const list = (
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
  if (!isPhone || told.length <= unfolded) return list;
  return (
    <details className={styles.folded}>
      <summary>{t('annotationsSaid', { count: told.length, n: format.number(told.length) })}</summary>
      {list}
    </details>
  );
}
