import { Button, Checkbox } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Account, type Role } from '#contract/access.js';
import { roles } from '#domain/access/roles.js';
import { useChangeAccount } from '../../api/accounts.js';
import { useOrganizationSlug } from '../../app/filters.js';
import styles from './accounts.module.css';
import { AccountGestures } from './AccountGestures.js';
import { GivenFields } from './GivenFields.js';
import { refusalOf } from './refusal-of.js';

/** What one account is in this organisation, and whether it administers all of them. */
export function AccountForm({ account, onDone }: { account: Account; onDone: () => void }) {
  const { t } = useTranslation('accounts');
  const here = useOrganizationSlug();
  const change = useChangeAccount(account.id);
  const now = account.memberships.find(({ organization }) => organization === here);
  const isAdmin = account.role === 'admin';
  const [opens, setOpens] = useState(isAdmin || now !== undefined);
  const [given, setGiven] = useState<{ role: Role; scope: string | null }>({
    role: isAdmin ? 'admin' : (now?.role ?? account.role),
    scope: now?.scope ?? null,
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const others = account.memberships
      .filter(({ organization, provider }) => organization !== here && provider === null)
      .map(({ organization, role, scope }) => ({ organization, role, scope }));
    const isMadeAdmin = opens && given.role === 'admin';
    const isDemoted = isAdmin && !isMadeAdmin;
    const ours = opens && !isMadeAdmin ? [{ organization: here, ...given }] : [];
    change.mutate(
      {
        ...(isMadeAdmin && !isAdmin && { role: 'admin' as const }),
        // What an administrator is elsewhere was never said: the least.
        ...(isDemoted && { role: 'sponsor' as const }),
        memberships: [...others, ...ours],
      },
      { onSuccess: onDone },
    );
  };
  return (
    <>
      <form onSubmit={submit} className={styles.form}>
        {now?.provider && <p className={styles.faint}>{t('givenByGroup', { provider: now.provider })}</p>}
        <Checkbox
          label={t('opensHere')}
          disabled={given.role === 'admin'}
          checked={opens}
          onChange={(event) => setOpens(event.currentTarget.checked)}
        />
        {opens && <GivenFields roles={roles} {...given} onChange={setGiven} />}
        <p role="alert" className={styles.refusal}>
          {change.error && t(refusalOf(change.error))}
        </p>
        <Button type="submit" loading={change.isPending}>
          {t('save')}
        </Button>
      </form>
      <AccountGestures account={account} onDone={onDone} />
    </>
  );
}
