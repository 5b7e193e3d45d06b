import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOrganizationSlug } from '../../app/filters.js';
import styles from './sources.module.css';

/** What is said of the data elsewhere: how good they are, and totals from before them. */
export function MorePages() {
  const { t } = useTranslation('sources');
  const organization = useOrganizationSlug();
  return (
    <p className={styles.faint}>
      <Anchor component={Link} to={`/o/${organization}/quality`} inherit underline="always">
        {t('toQuality')}
      </Anchor>
      {' · '}
      <Anchor component={Link} to={`/o/${organization}/history`} inherit underline="always">
        {t('toHistory')}
      </Anchor>
    </p>
  );
}
