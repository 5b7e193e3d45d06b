import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.js';
import styles from './Progress.module.css';

/** How far a long piece of work has come; without a known total it only says what is done. */
export function Progress({ label, done, total }: { label: string; done: number; total: number | null }) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const share = total ? Math.min(1, done / total) : 0;
  const words = total ? t('progress', { done: format.number(done), total: format.number(total) }) : format.number(done);
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span>{label}</span>
        <span>{words}</span>
      </div>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total ?? undefined}
        aria-valuenow={total ? done : undefined}
        aria-valuetext={words}
      >
        <div className={styles.done} data-unknown={total === null || undefined} style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
