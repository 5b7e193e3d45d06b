import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOrganizationSlug } from '../../app/filters.js';
import styles from './sources.module.css';

/** Why a file of what people do cannot be handed in yet, and where that changes. */
export function ClosedGate() {
  const { t } = useTranslation('hand-in');
  const organization = useOrganizationSlug();
  return (
    <p role="status" className={styles.gated}>
      {t('gateClosed')}{' '}
      <Anchor component={Link} to={`/o/${organization}/privacy`} inherit underline="always">
        {t('toPrivacy')}
      </Anchor>
    </p>
  );
}
