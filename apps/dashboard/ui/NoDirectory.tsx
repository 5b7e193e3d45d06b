import { useTranslation } from 'react-i18next';
import { EmptyState } from './EmptyState.js';
import { ToSources } from './ToSources.js';

/** In the place of what needs to know who is there, with the way to where that is handed in. */
export function NoDirectory() {
  const { t } = useTranslation('ui');
  return (
    <EmptyState title={t('noDirectory')} action={<ToSources />}>
      {t('noDirectoryDetail')}
    </EmptyState>
  );
}
