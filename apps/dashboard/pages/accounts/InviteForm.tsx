import { Button, Select, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Role } from '#contract/access.js';
import { roles } from '#domain/access/roles.js';
import { useInvite } from '../../api/accounts.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { FormEnd } from '../../ui/FormEnd.js';
import styles from './accounts.module.css';
import { GivenFields } from './GivenFields.js';
import { LinkShown } from './LinkShown.js';
import { refusalOf } from './refusal-of.js';

/** Somebody new: an account for this organisation, and a link with which they choose their password. */
export function InviteForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('accounts');
  const { language: ours } = useFormat();
  const organization = useOrganizationSlug();
  const invite = useInvite();
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [language, setLanguage] = useState<'fr' | 'en'>(ours);
  const [given, setGiven] = useState<{ role: Role; scope: string | null }>({ role: 'sponsor', scope: null });
  if (invite.data)
    return (
      <div className={styles.form}>
        <LinkShown link={invite.data} />
        <Button onClick={onDone}>{t('done')}</Button>
      </div>
    );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { role, scope } = given;
    const memberships = role === 'admin' ? [] : [{ organization, role: null, scope }];
    invite.mutate({ email, name, role, language, memberships });
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      <TextInput
        label={t('name')}
        required
        withAsterisk={false}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('email')}
        type="email"
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Select
        label={t('language')}
        allowDeselect={false}
        data={[
          { value: 'fr', label: 'Français' },
          { value: 'en', label: 'English' },
        ]}
        value={language}
        onChange={(value) => setLanguage(value === 'en' ? 'en' : 'fr')}
      />
      <GivenFields roles={roles} {...given} onChange={setGiven} />
      <FormEnd refusal={invite.error && t(refusalOf(invite.error))} loading={invite.isPending}>
        {t('invite')}
      </FormEnd>
    </form>
  );
}
