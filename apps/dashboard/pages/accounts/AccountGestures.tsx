import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Account } from '#contract/access.js';
import { useChangeAccount, useEnd, useNewLink } from '../../api/accounts.js';
import styles from './accounts.module.css';
import { LinkShown } from './LinkShown.js';
import { refusalOf } from './refusal-of.js';

/** What is done to an account as a whole, one gesture each. */
export function AccountGestures({ account, onDone }: { account: Account; onDone: () => void }) {
  const { t } = useTranslation('accounts');
  const link = useNewLink(account.id);
  const change = useChangeAccount(account.id);
  const signOut = useEnd(account.id, '/sessions');
  const resetFactor = useEnd(account.id, '/second-factor');
  const remove = useEnd(account.id, '');
  const [isAsked, setAsked] = useState(false);
  const error = [link, change, signOut, resetFactor, remove].find((each) => each.error)?.error;
  return (
    <section className={styles.gestures} aria-label={t('gestures')}>
      {link.data && <LinkShown link={link.data} />}
      <div className={styles.buttons}>
        <Button variant="default" size="xs" loading={link.isPending} onClick={() => link.mutate('reset')}>
          {t('newLink')}
        </Button>
        {account.secondFactor && (
          <Button variant="default" size="xs" loading={resetFactor.isPending} onClick={() => resetFactor.mutate()}>
            {t('resetFactor')}
          </Button>
        )}
        <Button variant="default" size="xs" loading={signOut.isPending} onClick={() => signOut.mutate()}>
          {t(signOut.isSuccess ? 'signedOut' : 'signOut')}
        </Button>
        <Button
          variant="default"
          size="xs"
          loading={change.isPending}
          onClick={() => change.mutate({ disabled: !account.disabled })}
        >
          {t(account.disabled ? 'enable' : 'disable')}
        </Button>
        {!isAsked && (
          <Button variant="subtle" color="red" size="xs" onClick={() => setAsked(true)}>
            {t('remove')}
          </Button>
        )}
      </div>
      {isAsked && (
        <div className={styles.buttons}>
          <span>{t('removeAsk', { name: account.name })}</span>
          <Button
            color="red"
            size="xs"
            loading={remove.isPending}
            onClick={() => remove.mutate(undefined, { onSuccess: onDone })}
          >
            {t('removeYes')}
          </Button>
          <Button variant="default" size="xs" onClick={() => setAsked(false)}>
            {t('cancel')}
          </Button>
        </div>
      )}
      <p role="alert" className={styles.refusal}>
        {error && t(refusalOf(error))}
      </p>
    </section>
  );
}
