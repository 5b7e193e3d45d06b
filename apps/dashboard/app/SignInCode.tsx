import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormEnd } from '../ui/FormEnd.js';
import styles from './SignInPage.module.css';

interface SignInCodeProps {
  refusal: string | null;
  isPending: boolean;
  onCode: (code: string) => void;
  onBack: () => void;
}

/** The second step of whoever has a second factor; the password stays in this page's memory meanwhile. */
export function SignInCode({ refusal, isPending, onCode, onBack }: SignInCodeProps) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onCode(code);
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      <h2>{t('codeTitle')}</h2>
      <TextInput
        label={t('code')}
        description={t('codeHint')}
        size="md"
        autoComplete="one-time-code"
        autoFocus
        required
        withAsterisk={false}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <FormEnd refusal={refusal} size="md" fullWidth loading={isPending}>
        {t('signIn')}
      </FormEnd>
      <Button variant="subtle" color="gray" onClick={onBack}>
        {t('backToPassword')}
      </Button>
    </form>
  );
}
