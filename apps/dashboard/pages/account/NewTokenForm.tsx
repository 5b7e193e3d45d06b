import { Button, Select, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Role } from '#contract/access.js';
import { type NewApiToken } from '#contract/api-tokens.js';
import styles from './account.module.css';
import { reasonOf } from './reason-of.js';

const lasts = [30, 90, 180, 365];

interface NewTokenFormProps {
  /** Those that a token of this account may have. */
  roles: readonly Role[];
  error: Error | null;
  isPending: boolean;
  onToken: (token: NewApiToken) => void;
}

export function NewTokenForm({ roles, error, isPending, onToken }: NewTokenFormProps) {
  const { t } = useTranslation('account');
  const { t: word } = useTranslation('accounts');
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>(roles.includes('sponsor') ? 'sponsor' : (roles[0] ?? 'sponsor'));
  const [days, setDays] = useState(90);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onToken({ name, role, days });
  };
  return (
    <form onSubmit={submit} className={styles.row}>
      <TextInput
        label={t('tokenName')}
        placeholder={t('tokenNameHint')}
        required
        withAsterisk={false}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t('tokenRole')}
        allowDeselect={false}
        data={roles.map((value) => ({ value, label: word(`role_${value}`) }))}
        value={role}
        onChange={(value) => value && setRole(value)}
      />
      <Select
        label={t('tokenDays')}
        allowDeselect={false}
        data={lasts.map((value) => ({ value: String(value), label: t('days', { n: value }) }))}
        value={String(days)}
        onChange={(value) => setDays(Number(value ?? 90))}
      />
      <Button type="submit" variant="default" loading={isPending}>
        {t('newToken')}
      </Button>
      <p role="alert" className={styles.refusal}>
        {error && t(reasonOf(error))}
      </p>
    </form>
  );
}
