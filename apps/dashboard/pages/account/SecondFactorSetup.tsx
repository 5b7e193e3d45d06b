import { PasswordInput, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SecondFactorSecret } from '#contract/second-factor.js';
import { useBeginSecondFactor, useConfirmSecondFactor } from '../../api/second-factor.js';
import { QrCode } from '../../ui/QrCode.js';
import { RecoveryCodeList } from './RecoveryCodeList.js';
import { reasonOf } from './reason-of.js';
import { FormEnd } from '../../ui/FormEnd.js';
import styles from './account.module.css';

/** The password, then the picture for the app and a code of it, then the recovery codes. */
export function SecondFactorSetup({ onDone }: { onDone: () => void }) {
  const begin = useBeginSecondFactor();
  const confirm = useConfirmSecondFactor();
  if (confirm.data) return <RecoveryCodeList codes={confirm.data.recoveryCodes} onDone={onDone} />;
  if (begin.data)
    return (
      <Confirmation told={begin.data} error={confirm.error} isPending={confirm.isPending} onCode={confirm.mutate} />
    );
  return <Password error={begin.error} isPending={begin.isPending} onPassword={begin.mutate} />;
}

interface Step {
  error: Error | null;
  isPending: boolean;
}

function Password({ error, isPending, onPassword }: Step & { onPassword: (password: string) => void }) {
  const { t } = useTranslation('account');
  const [password, setPassword] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onPassword(password);
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      <PasswordInput
        label={t('yourPassword')}
        description={t('yourPasswordWhy')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <FormEnd refusal={error && t(reasonOf(error))} loading={isPending}>
        {t('goOn')}
      </FormEnd>
    </form>
  );
}

interface ConfirmationProps extends Step {
  told: SecondFactorSecret;
  onCode: (code: string) => void;
}

function Confirmation({ told, error, isPending, onCode }: ConfirmationProps) {
  const { t } = useTranslation('account');
  const [code, setCode] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onCode(code);
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      <p>{t('scan')}</p>
      <QrCode text={told.address} label={t('picture')} />
      <p className={styles.typed}>
        {t('typeInstead')} <code>{told.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <TextInput
        label={t('codeOfApp')}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        withAsterisk={false}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <FormEnd refusal={error && t(reasonOf(error))} loading={isPending}>
        {t('confirm')}
      </FormEnd>
    </form>
  );
}
