import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState.js';
import { Sentence } from '../../ui/Sentence.js';

export default function AmbassadorsPage() {
  const { t } = useTranslation(['shell', 'ui']);
  return (
    <>
      <Sentence page={t('shell:ambassadors')}>{t('ui:emptyTitle')}</Sentence>
      <EmptyState title={t('ui:emptyTitle')} />
    </>
  );
}
