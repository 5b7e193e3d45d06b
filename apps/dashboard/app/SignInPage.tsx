import { PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../api/api-error.js';
import { useSignIn } from '../api/session.js';
import { languages } from '#domain/sentences/language.js';
import { chooseLanguage, languageChosen } from '../i18n/start.js';
import { useFormat } from '../i18n/use-format.js';
import { Logo } from './shell/Logo.js';
import { ForgottenLink } from './ForgottenLink.js';
import { ProviderButtons } from './ProviderButtons.js';
import { refusalWord } from './refusal-words.js';
import { FormEnd } from '../ui/FormEnd.js';
import styles from './SignInPage.module.css';
import { SignInCode } from './SignInCode.js';
import { TakeOff } from './TakeOff.js';

const route = getRouteApi('/sign-in');

const asksForCode = (error: unknown) =>
  isApiError(error) && (error.code === 'second_factor_required' || error.code === 'wrong_code');

const reasonOf = (error: unknown) => {
  if (isApiError(error) && error.code === 'wrong_code') return 'codeRefused';
  if (isApiError(error) && error.status === 429) return 'signInLimited';
  return isApiError(error) && error.status >= 400 && error.status < 500 ? 'signInRefused' : 'signInFailed';
};

export function SignInPage() {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { next, refused } = route.useSearch();
  const router = useRouter();
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  const [isSecondStep, setSecondStep] = useState(false);
  const send = (code?: string) =>
    signIn.mutate(
      { email, password, ...(code === undefined ? {} : { code }) },
      {
        onSuccess: ({ account }) => {
          if (!languageChosen()) void chooseLanguage(account.language);
          router.history.push(next ?? '/');
        },
        onError: (error) => setSecondStep((was) => was || asksForCode(error)),
      },
    );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    send();
  };
  const back = () => {
    setSecondStep(false);
    setPassword('');
    signIn.reset();
  };
  const isRefused = signIn.isError && !(isApiError(signIn.error) && signIn.error.code === 'second_factor_required');

  return (
    <main className={styles.page}>
      <section className={styles.promise}>
        <p className={styles.brand}>
          <Logo size={32} />
          {t('product')}
        </p>
        <div>
          <h1>{t('promise')}</h1>
          <p>{t('promiseDetail')}</p>
        </div>
        <TakeOff className={styles.picture} />
      </section>
      <section className={styles.door}>
        {isSecondStep ? (
          <SignInCode
            refusal={isRefused ? t(reasonOf(signIn.error)) : null}
            isPending={signIn.isPending}
            onCode={send}
            onBack={back}
          />
        ) : (
          <form onSubmit={submit} className={styles.form}>
            <h2>{t('signInTitle')}</h2>
            <ProviderButtons next={next} />
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
            <PasswordInput
              label={t('password')}
              size="md"
              autoComplete="current-password"
              required
              withAsterisk={false}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <FormEnd
              refusal={signIn.isError ? t(reasonOf(signIn.error)) : refused !== undefined && t(refusalWord(refused))}
              size="md"
              fullWidth
              loading={signIn.isPending}
            >
              {t('signIn')}
            </FormEnd>
            <ForgottenLink />
          </form>
        )}
        <SegmentedControl
          className={styles.languages}
          aria-label={t('language')}
          value={language}
          onChange={(value) => void chooseLanguage(value === 'en' ? 'en' : 'fr')}
          data={languages.map((each) => ({ value: each, label: t(each === 'fr' ? 'french' : 'english') }))}
        />
      </section>
    </main>
  );
}
