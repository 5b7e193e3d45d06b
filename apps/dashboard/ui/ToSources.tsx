import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOrganizationSlug } from '../app/filters.js';

/** Where data comes in: the way out of a page that has none. */
export function ToSources() {
  const { t } = useTranslation('ui');
  const organization = useOrganizationSlug();
  return (
    <Button component={Link} to={`/o/${organization}/sources`}>
      {t('toSources')}
    </Button>
  );
}
