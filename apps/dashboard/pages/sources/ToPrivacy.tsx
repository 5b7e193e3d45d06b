import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOrganizationSlug } from '../../app/filters.js';

/** Where what keeps the gate closed is filled in. */
export function ToPrivacy() {
  const { t } = useTranslation('hand-in');
  const organization = useOrganizationSlug();
  return (
    <Anchor component={Link} to={`/o/${organization}/privacy`} hash="gate" inherit underline="always">
      {t('toPrivacy')}
    </Anchor>
  );
}
