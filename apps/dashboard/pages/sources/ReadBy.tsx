import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './sources.module.css';

interface Props {
  /** Name of the profile; null = the reading of an earlier file with these columns. */
  profile: string | null;
  /** Reads it as if no file had come before. */
  onAnew: () => void;
}

/** Which earlier reading was taken over for this file, and the way back. */
export function ReadBy({ profile, onAnew }: Props) {
  const { t } = useTranslation('files');
  return (
    <p role="status" className={styles.readBy}>
      {profile === null ? t('readByLast') : t('readByProfile', { profile })}{' '}
      <Button variant="subtle" size="compact-xs" px={0} onClick={onAnew}>
        {t('readAnew')}
      </Button>
    </p>
  );
}
