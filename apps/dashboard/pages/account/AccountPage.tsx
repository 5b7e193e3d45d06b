import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.js';
import { Sentence } from '../../ui/Sentence.js';
import { IdentitiesPanel } from './IdentitiesPanel.js';
import { PasswordPanel } from './PasswordPanel.js';
import { SecondFactorPanel } from './SecondFactorPanel.js';
import { SessionsPanel } from './SessionsPanel.js';
import { TokensPanel } from './TokensPanel.js';

/** One's own account: how one gets in, where one is in, and what programs may read in one's name. */
export default function AccountPage(): ReactNode {
  const { t } = useTranslation(['account', 'accounts', 'last-day']);
  const account = useSession()?.account;
  if (!account) return null;
  return (
    <>
      <Sentence page={t('page')} detail={account.email}>
        {t(`say_${account.secondFactor}`)}
      </Sentence>
      {account.secondFactor !== 'elsewhere' && <PasswordPanel />}
      <SecondFactorPanel state={account.secondFactor} />
      <IdentitiesPanel />
      <SessionsPanel />
      <TokensPanel />
    </>
  );
}
