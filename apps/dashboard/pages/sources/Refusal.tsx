import { useTranslation } from 'react-i18next';
import { isApiError } from '../../api/api-error.js';
import styles from './sources.module.css';

/** Why a gesture did not work, in words; nothing without an error. */
export function Refusal({ error }: { error: Error | null }) {
  const { t } = useTranslation('sources');
  if (!error) return null;
  const code = isApiError(error) ? error.code : error.name;
  return (
    <p role="alert" className={styles.refusal}>
      {code === 'source_name_taken'
        ? t('nameTaken')
        : code === 'file_too_large'
          ? t('tooLarge')
          : t('failed', { code })}
    </p>
  );
}
