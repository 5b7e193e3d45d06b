import { useTranslation } from 'react-i18next';
import { type FollowedEntity } from '#contract/follow-up.js';
import { useFormat } from '../../i18n/use-format.js';
import styles from './follow-up.module.css';
import { outcomeWords } from './outcome-words.js';

/** When somebody was last called there, and what came of it. */
export function LastCall({ entity }: { entity: FollowedEntity | undefined }) {
  const { t } = useTranslation('follow-up');
  const format = useFormat();
  const call = entity?.lastCall;
  const said = call
    ? t('lastCall', { day: format.day(call.calledOn), outcome: t(outcomeWords[call.outcome]) })
    : t('neverCalled');
  return <p className={styles.last}>{said}</p>;
}
