import { PasswordInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortestPassword } from '#contract/access.js';
import { usePasswordChange } from '../../api/session.js';
import { FormEnd } from '../../ui/FormEnd.js';
import { loaded, Panel } from '../../ui/Panel.js';
import styles from './account.module.css';
import { reasonOf } from './reason-of.js';

const empty = { password: '', newPassword: '' };

/** One's own password: the old one is asked for, and every other session ends. */
export function PasswordPanel() {
  const { t } = useTranslation('account');
  const change = usePasswordChange();
  const [typed, setTyped] = useState(empty);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    change.mutate(typed, { onSuccess: () => setTyped(empty) });
  };
  const field = (name: keyof typeof empty) => ({
    required: true,
    withAsterisk: false,
    value: typed[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => {
      if (!change.isIdle) change.reset();
      setTyped((before) => ({ ...before, [name]: value }));
    },
  });
  return (
    <Panel query={loaded(null)} title={t('passwordTitle')} subtitle={t('passwordSubtitle')}>
      {() => (
        <form onSubmit={submit} className={styles.form}>
          <PasswordInput label={t('oldPassword')} autoComplete="current-password" {...field('password')} />
          <PasswordInput
            label={t('newPassword')}
            description={t('newPasswordHint', { n: shortestPassword })}
            autoComplete="new-password"
            minLength={shortestPassword}
            {...field('newPassword')}
          />
          <FormEnd refusal={change.error && t(reasonOf(change.error))} variant="default" loading={change.isPending}>
            {t('changePassword')}
          </FormEnd>
          {change.isSuccess && <p role="status">{t('passwordChanged')}</p>}
        </form>
      )}
    </Panel>
  );
}
