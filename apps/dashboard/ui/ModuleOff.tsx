import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOrganizationSlug } from '../app/filters.js';
import { EmptyState } from './EmptyState.js';

/** In the place of what nobody has declared yet, with the way to where it is. */
export function ModuleOff({ title }: { title: string }) {
  const { t } = useTranslation('ui');
  const organization = useOrganizationSlug();
  return (
    <EmptyState
      title={title}
      action={
        <Button component={Link} variant="default" to={`/o/${organization}/modules`}>
          {t('toModules')}
        </Button>
      }
    >
      {t('moduleOff')}
    </EmptyState>
  );
}
