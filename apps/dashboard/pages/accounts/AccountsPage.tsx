import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccounts } from '../../api/accounts.js';
import { useRights } from '../../api/rights.js';
import { useSession } from '../../api/session.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { NotFoundPage } from '../../app/NotFoundPage.js';
import { useFormat } from '../../i18n/use-format.js';
import { Sentence } from '../../ui/Sentence.js';
import { DeadJobsPanel } from './DeadJobsPanel.js';
import { GroupRolesPanel } from './GroupRolesPanel.js';
import { PeoplePanel } from './PeoplePanel.js';

/** Who gets in, and as what. */
export default function AccountsPage(): ReactNode {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const slug = useOrganizationSlug();
  const ofAll = useSession()?.account.role === 'admin';
  const accounts = useAccounts(ofAll).data?.accounts.filter(({ disabled }) => !disabled) ?? [];
  const here = accounts.filter(({ role, organizations }) => role === 'admin' || organizations.includes(slug));
  if (!useRights().administers) return <NotFoundPage />;
  return (
    <>
      <Sentence page={t('page')} detail={t('detail')}>
        {accounts.length > 0 ? t('say', { count: here.length, n: format.number(here.length) }) : t('sayGroups')}
      </Sentence>
      {ofAll && <DeadJobsPanel />}
      {ofAll && <PeoplePanel />}
      <GroupRolesPanel />
    </>
  );
}
