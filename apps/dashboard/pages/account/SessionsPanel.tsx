import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOwnSessions } from '../../api/api-tokens.js';
import { useSignOutEverywhere } from '../../api/session.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { Panel } from '../../ui/Panel.js';

/** Where one is signed in. */
export function SessionsPanel() {
  const { t } = useTranslation('account');
  const { language } = useFormat();
  const navigate = useNavigate();
  const signOut = useSignOutEverywhere();
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Panel
      query={useOwnSessions()}
      title={t('sessions')}
      subtitle={t('sessionsSubtitle')}
      height={120}
      actions={
        <Button
          variant="default"
          size="xs"
          loading={signOut.isPending}
          onClick={() => signOut.mutate(undefined, { onSettled: () => void navigate({ to: '/sign-in' }) })}
        >
          {t('signOutEverywhere')}
        </Button>
      }
    >
      {({ sessions }) => (
        <DataTable
          label={t('sessions')}
          rows={sessions}
          rowKey={({ since, lastUsed }) => `${since} ${lastUsed}`}
          columns={[
            {
              key: 'since',
              label: t('since'),
              value: ({ since }) => since,
              cell: ({ since }) => time.format(new Date(since)),
            },
            {
              key: 'lastUsed',
              label: t('lastUsed'),
              value: ({ lastUsed }) => lastUsed,
              cell: ({ lastUsed }) => time.format(new Date(lastUsed)),
            },
            { key: 'current', label: t('which'), value: ({ current }) => t(current ? 'thisOne' : 'another') },
          ]}
        />
      )}
    </Panel>
  );
}
