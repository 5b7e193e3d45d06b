import { Button, Modal } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Account } from '#contract/access.js';
import { placeName } from '#domain/sentences/place-name.js';
import { useAccounts } from '../../api/accounts.js';
import { useOrganization } from '../../api/organization.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { Panel } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';
import { AccountForm } from './AccountForm.js';
import { InviteForm } from './InviteForm.js';
import { useRoleWords } from './use-role-words.js';

/** Everybody who may sign in, and what they are here. */
export function PeoplePanel() {
  const { t } = useTranslation('accounts');
  const query = useAccounts(true);
  const tableOf = usePeopleTable();
  const [isInviting, setInviting] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  // As it is now, also after a change made in the dialogue.
  const account = query.data?.accounts.find(({ id }) => id === chosen);
  const closeLabel = { 'aria-label': t('close') };
  return (
    <>
      <Panel
        query={{ ...query, data: query.data?.accounts }}
        title={t('people')}
        subtitle={t('peopleSubtitle')}
        caption={t('peopleCaption')}
        table={tableOf}
        actions={
          <Button size="xs" leftSection={<IconUserPlus size={14} stroke={1.7} />} onClick={() => setInviting(true)}>
            {t('inviteSomebody')}
          </Button>
        }
      >
        {(accounts) => (
          <DataTable {...tableOf(accounts)} label={t('people')} maxHeight={560} onRow={({ id }) => setChosen(id)} />
        )}
      </Panel>
      <Modal
        opened={isInviting}
        onClose={() => setInviting(false)}
        title={t('inviteSomebody')}
        closeButtonProps={closeLabel}
      >
        <InviteForm onDone={() => setInviting(false)} />
      </Modal>
      <Modal
        opened={account !== undefined}
        onClose={() => setChosen(null)}
        title={account?.name}
        size="lg"
        closeButtonProps={closeLabel}
      >
        {account && <AccountForm key={account.id} account={account} onDone={() => setChosen(null)} />}
      </Modal>
    </>
  );
}

function usePeopleTable(): (accounts: Account[]) => TableOf<Account> {
  const { t } = useTranslation('accounts');
  const { name: roleName } = useRoleWords();
  const slug = useOrganizationSlug();
  const { language } = useFormat();
  const { data: organization } = useOrganization();
  const placeOf = (scope: string) => {
    const place = organization?.nodes.find(({ entity }) => entity === scope);
    return place ? placeName(place, language) : scope;
  };
  const here = ({ role, memberships }: Account) => {
    if (role === 'admin') return roleName('admin');
    const given = memberships.find(({ organization }) => organization === slug);
    if (!given) return t('closedHere');
    const name = roleName(given.role ?? role);
    return given.scope === null ? name : t('onlyOf', { role: name, scope: placeOf(given.scope) });
  };
  return (rows) => ({
    rows,
    rowKey: ({ id }) => id,
    columns: [
      { key: 'name', label: t('name'), value: ({ name }) => name },
      { key: 'email', label: t('email'), value: ({ email }) => email },
      { key: 'here', label: t('here'), value: here },
      {
        key: 'others',
        label: t('elsewhere'),
        value: ({ organizations }) => organizations.filter((each) => each !== slug).length,
        numeric: true,
      },
      { key: 'factor', label: t('secondFactor'), value: ({ secondFactor }) => t(secondFactor ? 'yes' : 'no') },
      { key: 'state', label: t('state'), value: ({ disabled }) => t(disabled ? 'closed' : 'open') },
    ],
  });
}
