import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../api/api-error.js';
import { useForgottenPassword } from '../api/session.js';
import { PlainPage } from './PlainPage.js';
import { FormEnd } from '../ui/FormEnd.js';
import styles from './SignInPage.module.css';

/** A link to choose a password, for whoever forgot theirs. */
export function ForgottenPage() {
  const { t } = useTranslation();
  const ask = useForgottenPassword();
  const [email, setEmail] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    ask.mutate(email);
  };
  return (
    <PlainPage title={t('forgottenTitle')} detail={t(ask.isSuccess ? 'forgottenSent' : 'forgottenDetail')}>
      {!ask.isSuccess && (
        <form onSubmit={submit} className={styles.form}>
          <TextInput
            label={t('email')}
            type="email"
            size="md"
            autoComplete="username"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <FormEnd
            refusal={
              ask.isError && t(isApiError(ask.error) && ask.error.status === 429 ? 'signInLimited' : 'signInFailed')
            }
            size="md"
            loading={ask.isPending}
          >
            {t('sendLink')}
          </FormEnd>
        </form>
      )}
      <Button component={Link} to="/sign-in" variant="subtle" color="gray" px={0}>
        {t('backToSignIn')}
      </Button>
    </PlainPage>
  );
}
