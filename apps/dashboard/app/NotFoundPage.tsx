import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PlainPage } from './PlainPage.js';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <PlainPage isFramed title={t('notFoundTitle')} detail={t('notFoundDetail')}>
      <Button component={Link} to="/">
        {t('home')}
      </Button>
    </PlainPage>
  );
}
