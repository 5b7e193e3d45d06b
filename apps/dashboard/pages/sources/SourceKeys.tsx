import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Source, type SourceKey } from '#contract/sources.js';
import { useFormat } from '../../i18n/use-format.js';
import { AskFirst } from '../../ui/AskFirst.js';
import { LastDay } from '../../ui/LastDay.js';
import { NewKey } from './NewKey.js';
import { Refusal } from './Refusal.js';
import styles from './sources.module.css';
import { useNewKey, useRevokeKey } from './use-sources.js';

/** Keys of one live source: made, shown once, revoked. */
export function SourceKeys({ source, mayChange }: { source: Source; mayChange: boolean }) {
  const { t } = useTranslation('sources');
  const create = useNewKey(source.id);
  return (
    <div className={styles.keys}>
      <h4>{t('keys')}</h4>
      {source.keys.length === 0 && <p className={styles.faint}>{t('keysNone')}</p>}
      <ul>
        {source.keys.map((key) => (
          <Key key={key.id} of={key} mayChange={mayChange} />
        ))}
      </ul>
      {create.data && <Revealed value={create.data.key} use={t('keyUse')} onDone={create.reset} />}
      <Refusal error={create.error} />
      {mayChange && !create.data && (
        <NewKey
          label={t('newKey')}
          isPending={create.isPending}
          onMake={(lastDay, done) => create.mutate(lastDay, { onSuccess: done })}
        />
      )}
    </div>
  );
}

/** A secret, this once. `use`: where it goes. */
export function Revealed({ value, use, onDone }: { value: string; use: string; onDone: () => void }) {
  const { t } = useTranslation('sources');
  return (
    <div className={styles.revealed} role="status">
      <strong>{t('keyOnce')}</strong>
      <div className={styles.secret}>
        <code>{value}</code>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button
              size="xs"
              leftSection={copied ? <IconCheck size={14} stroke={1.8} /> : <IconCopy size={14} stroke={1.8} />}
              onClick={copy}
            >
              {t(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
      </div>
      <p>{use}</p>
      <Button variant="subtle" size="xs" px={0} onClick={onDone}>
        {t('keyDone')}
      </Button>
    </div>
  );
}

function Key({
  of: { id, prefix, createdAt, revokedAt, expiresOn },
  mayChange,
}: {
  of: SourceKey;
  mayChange: boolean;
}) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const revoke = useRevokeKey();
  const day = (instant: string) => format.day(instant.slice(0, 10), 'long');
  return (
    <li data-revoked={revokedAt !== null || undefined}>
      <code>{prefix}…</code>
      <span className={styles.faint}>
        {revokedAt ? t('keyRevoked', { day: day(revokedAt) }) : t('keyCreated', { day: day(createdAt) })}
      </span>
      {!revokedAt && <LastDay day={expiresOn} />}
      {mayChange && !revokedAt && (
        <AskFirst
          label={t('revoke')}
          question={t('revokeAsk')}
          yes={t('revokeYes')}
          isPending={revoke.isPending}
          onYes={() => revoke.mutate(id)}
          look={{ color: 'red', size: 'compact-xs' }}
        />
      )}
      <Refusal error={revoke.error} />
    </li>
  );
}
