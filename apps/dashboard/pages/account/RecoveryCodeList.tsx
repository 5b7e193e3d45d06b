import { Button, CopyButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './account.module.css';

/** Shown this once. */
export function RecoveryCodeList({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation('account');
  return (
    <div className={styles.form}>
      <p>{t('recoveryDetail')}</p>
      <ul className={styles.codes} aria-label={t('recoveryCodes')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <CopyButton value={codes.join('\n')}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {t(copied ? 'copied' : 'copy')}
          </Button>
        )}
      </CopyButton>
      <Button onClick={onDone}>{t('codesKept')}</Button>
    </div>
  );
}
