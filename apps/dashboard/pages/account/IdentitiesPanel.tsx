import { Button, PasswordInput } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OwnIdentities } from '#contract/identity.js';
import { refusalWord } from '../../app/refusal-words.js';
import { useLinkIdentity, useOwnIdentities, useUnlinkIdentity } from '../../api/identity.js';
import { useFormat } from '../../i18n/use-format.js';
import { Panel } from '../../ui/Panel.js';
import styles from './account.module.css';
import { reasonOf } from './reason-of.js';

/** Who one is at identity providers. Absent where there are none. */
export function IdentitiesPanel() {
  const { t } = useTranslation('account');
  const query = useOwnIdentities();
  if (query.data?.identities.length === 0) return null;
  return (
    <Panel query={query} title={t('identitiesTitle')} subtitle={t('identitiesSubtitle')} height={120}>
      {(told) => <Identities told={told} />}
    </Panel>
  );
}

function Identities({ told: { identities, mayChange } }: { told: OwnIdentities }) {
  const { t } = useTranslation('account');
  const { t: shell } = useTranslation();
  const { language } = useFormat();
  const { hash, pathname } = useLocation();
  const link = useLinkIdentity();
  const unlink = useUnlinkIdentity();
  const [password, setPassword] = useState('');
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  const error = link.error ?? unlink.error;
  const came = hash === '' || hash === 'linked' ? null : shell(refusalWord(hash));
  const begin = (provider: string) => link.mutate({ provider, password, next: pathname });
  const end = (provider: string) => unlink.mutate({ provider, password }, { onSuccess: () => setPassword('') });
  return (
    <div className={styles.form}>
      {mayChange ? (
        <PasswordInput
          label={t('yourPassword')}
          description={t('yourPasswordWhy')}
          autoComplete="current-password"
          value={password}
          onChange={({ currentTarget: { value } }) => setPassword(value)}
        />
      ) : (
        <p>{t('identitiesElsewhere')}</p>
      )}
      <ul className={styles.identities}>
        {identities.map(({ provider, name, since }) => (
          <li key={provider}>
            <span>
              <strong>{name}</strong>
              <small>{since === null ? t('notLinked') : t('linkedSince', { day: day.format(new Date(since)) })}</small>
            </span>
            {mayChange && (
              <Button
                variant="default"
                size="xs"
                disabled={password === ''}
                loading={link.isPending || unlink.isPending}
                aria-label={t(since === null ? 'linkTo' : 'unlinkFrom', { name })}
                onClick={() => (since === null ? begin(provider) : end(provider))}
              >
                {t(since === null ? 'link' : 'unlink')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p role="alert" className={styles.refusal}>
        {error ? t(reasonOf(error)) : came}
      </p>
    </div>
  );
}
