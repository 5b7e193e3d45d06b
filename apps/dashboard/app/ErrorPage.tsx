import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PlainPage } from './PlainPage.js';

/** Whatever broke, says that nothing is lost and offers to try again. */
export function ErrorPage({ reset }: { reset: () => void }) {
  const { t } = useTranslation();
  return (
    <PlainPage isFramed title={t('brokenTitle')} detail={t('brokenDetail')}>
      <Button onClick={reset}>{t('tryAgain')}</Button>
    </PlainPage>
  );
}
