import { Button, CopyButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiToken, type ApiTokens } from '#contract/api-tokens.js';
import { useApiTokens, useNewApiToken, useRevokeApiToken } from '../../api/api-tokens.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { LastDay } from '../../ui/LastDay.js';
import { Panel } from '../../ui/Panel.js';
import styles from './account.module.css';
import { NewTokenForm } from './NewTokenForm.js';

/** What programs may read in one's name. */
export function TokensPanel() {
  const { t } = useTranslation('account');
  return (
    <Panel query={useApiTokens()} title={t('tokens')} subtitle={t('tokensSubtitle')} caption={t('tokensCaption')}>
      {(told) => <Tokens {...told} />}
    </Panel>
  );
}

function Tokens({ tokens, roles }: ApiTokens) {
  const { t } = useTranslation('account');
  const { t: role } = useTranslation('accounts');
  const format = useFormat();
  const create = useNewApiToken();
  const day = (instant: string) => format.day(instant.slice(0, 10), 'long');
  return (
    <>
      {tokens.length > 0 && (
        <DataTable
          label={t('tokens')}
          rows={tokens}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', label: t('tokenName'), value: ({ name }) => name },
            { key: 'role', label: t('tokenRole'), value: (token) => role(`role_${token.role}`) },
            {
              key: 'until',
              label: t('until'),
              value: ({ expiresAt }) => expiresAt,
              cell: ({ expiresAt }) => <LastDay day={expiresAt.slice(0, 10)} />,
            },
            {
              key: 'used',
              label: t('used'),
              value: ({ lastUsedOn }) => lastUsedOn,
              cell: ({ lastUsedOn }) => (lastUsedOn === null ? t('never') : day(lastUsedOn)),
            },
            {
              key: 'revoke',
              label: t('gesture'),
              value: ({ prefix }) => prefix,
              cell: (token) => <Revoke token={token} />,
            },
          ]}
        />
      )}
      {create.data ? (
        <div role="status" className={styles.form}>
          <p>{t('tokenOnce')}</p>
          <code className={styles.secret}>{create.data.token}</code>
          <CopyButton value={create.data.token}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {t(copied ? 'copied' : 'copyToken')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={create.reset}>{t('tokenKept')}</Button>
        </div>
      ) : (
        <NewTokenForm roles={roles} error={create.error} isPending={create.isPending} onToken={create.mutate} />
      )}
    </>
  );
}

function Revoke({ token: { id, name } }: { token: ApiToken }) {
  const { t } = useTranslation('account');
  const revoke = useRevokeApiToken();
  const [isAsked, ask] = useState(false);
  if (!isAsked)
    return (
      <Button
        variant="subtle"
        color="red"
        size="compact-xs"
        aria-label={t('revokeOf', { name })}
        onClick={() => ask(true)}
      >
        {t('revoke')}
      </Button>
    );
  return (
    <>
      {t('revokeAsk')}{' '}
      <Button color="red" size="compact-xs" loading={revoke.isPending} onClick={() => revoke.mutate(id)}>
        {t('revokeYes')}
      </Button>{' '}
      <Button variant="default" size="compact-xs" onClick={() => ask(false)}>
        {t('cancel')}
      </Button>
    </>
  );
}
