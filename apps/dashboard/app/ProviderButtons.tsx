import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { startAddress, useWaysIn } from '../api/identity.js';
import styles from './SignInPage.module.css';

/** Absent where nobody else can vouch for people. */
export function ProviderButtons({ next }: { next: string | undefined }) {
  const { t } = useTranslation();
  const { providers } = useWaysIn();
  if (providers.length === 0) return null;
  return (
    <div className={styles.providers}>
      {providers.map(({ key, name }) => (
        <Button key={key} component="a" href={startAddress(key, next)} size="md" fullWidth variant="default">
          {t('signInWith', { name })}
        </Button>
      ))}
      <p className={styles.or}>
        <span>{t('or')}</span>
      </p>
    </div>
  );
}
