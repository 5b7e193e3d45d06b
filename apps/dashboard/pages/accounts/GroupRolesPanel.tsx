import { Button, Select, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type GroupRole, type GroupRoles } from '#contract/identity.js';
import { roles } from '#domain/access/roles.js';
import { useGroupRoles, useReplaceGroupRoles } from '../../api/group-roles.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel } from '../../ui/Panel.js';
import styles from './accounts.module.css';
import { GivenFields } from './GivenFields.js';
import { refusalOf } from './refusal-of.js';
import { useRoleWords } from './use-role-words.js';

/** What the groups of identity providers are here, the first that counts at the top. */
export function GroupRolesPanel() {
  const { t } = useTranslation('accounts');
  return (
    <Panel
      query={useGroupRoles()}
      title={t('groups')}
      subtitle={t('groupsSubtitle')}
      caption={t('groupsCaption')}
      height={120}
      empty={({ providers }) =>
        providers.length === 0 ? <EmptyState title={t('noProvider')}>{t('noProviderDetail')}</EmptyState> : null
      }
    >
      {(told) => <Groups {...told} />}
    </Panel>
  );
}

function Groups({ groupRoles, providers }: GroupRoles) {
  const { t } = useTranslation('accounts');
  const { name: roleName } = useRoleWords();
  const replace = useReplaceGroupRoles();
  const without = (index: number) => groupRoles.filter((_, at) => at !== index);
  const raised = (index: number) => {
    const row = groupRoles[index];
    return row ? [...groupRoles.slice(0, index - 1), row, ...without(index).slice(index - 1)] : groupRoles;
  };
  const providerName = (key: string) => providers.find((each) => each.key === key)?.name ?? key;
  return (
    <>
      <ol className={styles.groups}>
        {groupRoles.map(({ provider, group, role, scope }, index) => (
          <li key={`${provider} ${group}`}>
            <span>
              <strong>{group}</strong> {providers.length > 1 && <span>({providerName(provider)})</span>}
            </span>
            <span>{scope === null ? roleName(role) : t('onlyOf', { role: roleName(role), scope })}</span>
            <span className={styles.buttons}>
              <Button
                variant="default"
                size="compact-xs"
                disabled={index === 0}
                aria-label={t('raiseOf', { group })}
                onClick={() => replace.mutate(raised(index))}
              >
                {t('raise')}
              </Button>
              <Button
                variant="subtle"
                color="red"
                size="compact-xs"
                aria-label={t('takeAwayOf', { group })}
                onClick={() => replace.mutate(without(index))}
              >
                {t('takeAway')}
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <NewGroup
        key={groupRoles.length}
        providers={providers}
        error={replace.error}
        onGroup={(row) => replace.mutate([...groupRoles, row])}
      />
    </>
  );
}

interface NewGroupProps {
  providers: GroupRoles['providers'];
  error: Error | null;
  onGroup: (row: GroupRole) => void;
}

const givable = roles.filter((role) => role !== 'admin');

function NewGroup({ providers, error, onGroup }: NewGroupProps) {
  const { t } = useTranslation('accounts');
  const [provider, setProvider] = useState(providers[0]?.key ?? '');
  const [group, setGroup] = useState('');
  const [given, setGiven] = useState<Pick<GroupRole, 'role' | 'scope'>>({ role: 'sponsor', scope: null });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onGroup({ provider, group, ...given });
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      {providers.length > 1 && (
        <Select
          label={t('provider')}
          allowDeselect={false}
          data={providers.map(({ key, name }) => ({ value: key, label: name }))}
          value={provider}
          onChange={(value) => value && setProvider(value)}
        />
      )}
      <TextInput
        label={t('group')}
        description={t('groupHint')}
        required
        withAsterisk={false}
        maxLength={200}
        value={group}
        onChange={(event) => setGroup(event.currentTarget.value)}
      />
      <GivenFields
        roles={givable}
        {...given}
        onChange={({ role, scope }) => role !== 'admin' && setGiven({ role, scope })}
      />
      <p role="alert" className={styles.refusal}>
        {error && t(refusalOf(error))}
      </p>
      <Button type="submit" variant="default">
        {t('addGroup')}
      </Button>
    </form>
  );
}
