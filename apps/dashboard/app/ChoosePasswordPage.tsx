import { Button, PasswordInput } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortestPassword } from '#contract/access.js';
import { isApiError } from '../api/api-error.js';
import { useChoosePassword } from '../api/session.js';
import { PlainPage } from './PlainPage.js';
import { FormEnd } from '../ui/FormEnd.js';
import styles from './SignInPage.module.css';

const reasonOf = (error: unknown) => {
  if (isApiError(error) && error.status === 429) return 'signInLimited';
  return isApiError(error) && error.status === 410 ? 'linkNotValid' : 'signInFailed';
};

/** Where an invitation or a reset leads: its secret stands behind the #, and goes to the server once. */
export function ChoosePasswordPage() {
  const { t } = useTranslation();
  const token = useLocation().hash;
  const choose = useChoosePassword();
  const [password, setPassword] = useState('');
  const isShort = password.length > 0 && password.length < shortestPassword;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (password.length >= shortestPassword) choose.mutate({ token, password });
  };
  if (choose.isSuccess) {
    return (
      <PlainPage title={t('choosePasswordTitle')} detail={t('passwordChosen')}>
        <Button component={Link} to="/sign-in" size="md">
          {t('signIn')}
        </Button>
      </PlainPage>
    );
  }
  return (
    <PlainPage title={t('choosePasswordTitle')} detail={t('choosePasswordDetail', { n: shortestPassword })}>
      <form onSubmit={submit} className={styles.form}>
        <PasswordInput
          label={t('newPassword')}
          size="md"
          autoComplete="new-password"
          required
          withAsterisk={false}
          error={isShort && t('passwordTooShort', { n: shortestPassword })}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <FormEnd refusal={choose.isError && t(reasonOf(choose.error))} size="md" fullWidth loading={choose.isPending}>
          {t('choosePassword')}
        </FormEnd>
      </form>
    </PlainPage>
  );
}
