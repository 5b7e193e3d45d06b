import { useTranslation } from 'react-i18next';
import { PlainPage } from './PlainPage.js';

export function NoOrganizationPage() {
  const { t } = useTranslation();
  return <PlainPage title={t('noOrganization')} detail={t('noOrganizationDetail')} />;
}
