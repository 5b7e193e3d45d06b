import { useTranslation } from 'react-i18next';
import { isApiError } from '../../api/api-error.js';
import styles from './sources.module.css';

/** Why a gesture did not work, in words; nothing without an error. */
export function PullRefusal({ error }: { error: Error | null }) {
  const { t } = useTranslation('pulls');
  if (!error) return null;
  const code = isApiError(error) ? error.code : error.name;
  const known = { source_name_taken: t('nameTaken'), secret_needed: t('secretNeeded') };
  return (
    <p role="alert" className={styles.refusal}>
      {code in known ? known[code as keyof typeof known] : t('failed', { code })}
    </p>
  );
}
