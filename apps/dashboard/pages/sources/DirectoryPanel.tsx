import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Directory, type ScimToken } from '#contract/directory.js';
import { useFormat } from '../../i18n/use-format.js';
import { AskFirst } from '../../ui/AskFirst.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { LastDay } from '../../ui/LastDay.js';
import { NewKey } from './NewKey.js';
import { Refusal } from './Refusal.js';
import { Revealed } from './SourceKeys.js';
import styles from './sources.module.css';
import { useApproval, useNewToken, useRevokeToken } from './use-directory.js';

/** What an identity provider pushes: how far it is, what is held, and its tokens. */
export function DirectoryPanel({ query, mayChange }: { query: PanelQuery<Directory>; mayChange: boolean }) {
  const { t } = useTranslation('directory');
  return (
    <Panel query={query} title={t('title')} subtitle={t('subtitle')} height={160}>
      {(directory) => (
        <>
          {directory.users > 0 && <Counts of={directory} />}
          {directory.held.length > 0 && <Held of={directory} />}
          <p className={styles.secret}>
            <span className={styles.faint}>{t('address')}</span>
            <code>{directory.address}</code>
            <Copy value={directory.address} />
          </p>
          <Tokens tokens={directory.tokens} mayChange={mayChange} />
        </>
      )}
    </Panel>
  );
}

function Counts({ of: { users, waiting, entityUnknown, today } }: { of: Directory }) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  return (
    <p className={styles.counts}>
      <span>{t('users', { count: users, n: format.number(users) })}</span>
      {waiting > 0 && <span>{t('waiting', { count: waiting, n: format.number(waiting) })}</span>}
      {entityUnknown > 0 && (
        <span data-attention>{t('unknown', { count: entityUnknown, n: format.number(entityUnknown) })}</span>
      )}
      {today && (
        <span>
          {t('today', {
            joiners: format.number(today.joiners),
            leavers: format.number(today.leavers),
            moves: format.number(today.moves),
          })}
        </span>
      )}
    </p>
  );
}

function Held({ of: { held, leaversAbove, movesAbove } }: { of: Directory }) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const approval = useApproval();
  const limits = { leavers: format.percent(leaversAbove), moves: format.percent(movesAbove) };
  return (
    <div className={styles.revealed} role="status">
      <strong>{t('heldTitle')}</strong>
      <p>{t('heldWhy', limits)}</p>
      <ul>
        {held.map(({ change, place, people }) => (
          <li key={`${change} ${place}`}>
            {t(change, { count: people, n: format.number(people) })} {place || t('nowhere')}
          </li>
        ))}
      </ul>
      <AskFirst label={t('approve')} question={t('approveAsk')} yes={t('approveYes')} {...approvalOf(approval)} />
      <Refusal error={approval.error} />
    </div>
  );
}

const approvalOf = ({ isPending, mutate }: ReturnType<typeof useApproval>) => ({
  isPending,
  onYes: () => mutate(),
});

function Tokens({ tokens, mayChange }: { tokens: ScimToken[]; mayChange: boolean }) {
  const { t } = useTranslation('directory');
  const create = useNewToken();
  return (
    <div className={styles.keys}>
      <h4>{t('tokens')}</h4>
      {tokens.length === 0 && <p className={styles.faint}>{t('tokensNone')}</p>}
      <ul>
        {tokens.map((token) => (
          <Token key={token.id} of={token} mayChange={mayChange} />
        ))}
      </ul>
      {create.data && <Revealed value={create.data.token} use={t('use')} onDone={create.reset} />}
      <Refusal error={create.error} />
      {mayChange && !create.data && (
        <NewKey
          label={t('newToken')}
          isPending={create.isPending}
          onMake={(lastDay, done) => create.mutate(lastDay, { onSuccess: done })}
        />
      )}
    </div>
  );
}

function Token({
  of: { id, prefix, createdAt, revokedAt, expiresOn },
  mayChange,
}: {
  of: ScimToken;
  mayChange: boolean;
}) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const revoke = useRevokeToken();
  const day = (instant: string) => format.day(instant.slice(0, 10), 'long');
  return (
    <li data-revoked={revokedAt !== null || undefined}>
      <code>{prefix}…</code>
      <span className={styles.faint}>
        {revokedAt ? t('tokenRevoked', { day: day(revokedAt) }) : t('tokenCreated', { day: day(createdAt) })}
      </span>
      {!revokedAt && <LastDay day={expiresOn} />}
      {mayChange && !revokedAt && (
        <AskFirst
          label={t('revoke')}
          question={t('revokeAsk')}
          yes={t('revokeYes')}
          isPending={revoke.isPending}
          onYes={() => revoke.mutate(id)}
          look={{ color: 'red' }}
        />
      )}
      <Refusal error={revoke.error} />
    </li>
  );
}

function Copy({ value }: { value: string }) {
  const { t } = useTranslation('sources');
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={copied ? <IconCheck size={14} stroke={1.8} /> : <IconCopy size={14} stroke={1.8} />}
          onClick={copy}
        >
          {t(copied ? 'copied' : 'copy')}
        </Button>
      )}
    </CopyButton>
  );
}
