import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSessionAgain } from '../../api/second-factor.js';
import { PlainPage } from '../../app/PlainPage.js';
import { SecondFactorSetup } from './SecondFactorSetup.js';

/** Where whoever needs a second factor arrives before anything else. */
export default function SecondFactorPage() {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const again = useSessionAgain();
  return (
    <PlainPage title={t('secondFactorTitle')} detail={t('secondFactorNeeded')}>
      <SecondFactorSetup onDone={() => void again().then(() => navigate({ to: '/' }))} />
    </PlainPage>
  );
}
