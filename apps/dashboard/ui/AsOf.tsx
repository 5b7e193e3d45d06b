import { useTranslation } from 'react-i18next';
import { type Day } from '../format/iso-week.js';
import { useFormat } from '../i18n/use-format.js';
import styles from './Status.module.css';

/** The day of a figure that is not of the week of its page: small places are published every four weeks. */
export function AsOf({ day, week }: { day: Day | null; week: Day | null }) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  if (day === null || day === week) return null;
  return <small className={styles.asOf}>{t('asOf', { day: format.day(day, 'short') })}</small>;
}
