import { useTranslation } from 'react-i18next';
import { type Interval } from '#domain/statistics/interval.js';
import { isShareAlone } from '#domain/sentences/count-phrase.js';
import { type Day } from '../format/iso-week.js';
import { useFormat } from '../i18n/use-format.js';
import styles from './Status.module.css';

interface AsOfProps {
  day: Day | null;
  week: Day | null;
  /** A share that stands beside the people of the page's week: its own are told, unless its words have named them. */
  of?: { numerator: Interval | null; denominator: Interval | null };
}

/** The day of a figure that is not of the week of its page: small places are published every four weeks. */
export function AsOf({ day, week, of }: AsOfProps) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  if (day === null || day === week) return null;
  const on = { day: format.day(day, 'short') };
  const whole = of?.numerator && of.denominator && isShareAlone(of.numerator, of.denominator) ? of.denominator : null;
  const text = whole ? t('asOfPeople', { ...on, n: format.range(whole) }) : t('asOf', on);
  return <small className={styles.asOf}>{text}</small>;
}
