import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SecondFactor } from '#contract/second-factor.js';
import { useRemoveSecondFactor, useRenewRecoveryCodes, useSessionAgain } from '../../api/second-factor.js';
import { loaded, Panel } from '../../ui/Panel.js';
import { FormEnd } from '../../ui/FormEnd.js';
import styles from './account.module.css';
import { reasonOf } from './reason-of.js';
import { RecoveryCodeList } from './RecoveryCodeList.js';
import { SecondFactorSetup } from './SecondFactorSetup.js';

/** Sets the second factor up, renews its recovery codes, removes it. */
export function SecondFactorPanel({ state }: { state: SecondFactor }) {
  const { t } = useTranslation('account');
  const again = useSessionAgain();
  const [isSettingUp, setSettingUp] = useState(false);
  const done = () => {
    setSettingUp(false);
    void again();
  };
  return (
    <Panel query={loaded(state)} title={t('secondFactorTitle')} subtitle={t('secondFactorSubtitle')}>
      {() =>
        state === 'elsewhere' ? (
          <p>{t('factorElsewhere')}</p>
        ) : isSettingUp ? (
          <SecondFactorSetup onDone={done} />
        ) : state === 'on' ? (
          <Existing />
        ) : (
          <Button onClick={() => setSettingUp(true)}>{t('setUp')}</Button>
        )
      }
    </Panel>
  );
}

function Existing() {
  const { t } = useTranslation('account');
  const renew = useRenewRecoveryCodes();
  const remove = useRemoveSecondFactor();
  const [code, setCode] = useState('');
  const error = renew.error ?? remove.error;
  if (renew.data) return <RecoveryCodeList codes={renew.data.recoveryCodes} onDone={renew.reset} />;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    renew.mutate(code);
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      <TextInput
        label={t('codeOrRecovery')}
        description={t('codeWhy')}
        autoComplete="one-time-code"
        required
        withAsterisk={false}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <FormEnd refusal={error && t(reasonOf(error))} variant="default" loading={renew.isPending}>
        {t('renewCodes')}
      </FormEnd>
      <Button
        variant="subtle"
        color="red"
        disabled={code === ''}
        loading={remove.isPending}
        onClick={() => remove.mutate(code)}
      >
        {t('removeFactor')}
      </Button>
    </form>
  );
}
