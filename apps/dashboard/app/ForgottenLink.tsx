import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWaysIn } from '../api/identity.js';

/** Absent where no mail is sent: then an administrator hands links over. */
export function ForgottenLink() {
  const { t } = useTranslation();
  if (!useWaysIn().sendsLinks) return null;
  return (
    <Button component={Link} to="/forgotten-password" variant="subtle" color="gray">
      {t('forgotten')}
    </Button>
  );
}
