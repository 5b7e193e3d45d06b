import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Role } from '#contract/access.js';
import { useOrganization } from '../../api/organization.js';
import { placeName } from '#domain/sentences/place-name.js';
import { useFormat } from '../../i18n/use-format.js';
import { useRoleWords } from './use-role-words.js';

interface GivenFieldsProps {
  roles: readonly Role[];
  role: Role;
  scope: string | null;
  onChange: (given: { role: Role; scope: string | null }) => void;
}

/** What somebody is in this organisation, and the one entity that they may see where it is no more. */
export function GivenFields({ roles, role, scope, onChange }: GivenFieldsProps) {
  const { t } = useTranslation('accounts');
  const { language } = useFormat();
  const words = useRoleWords();
  const { data } = useOrganization();
  const places = (data?.nodes ?? []).filter(({ kind }) => kind === 'node');
  const options = places.map((node) => ({ value: node.key, label: placeName(node, language) }));
  const isKnown = scope === null || options.some(({ value }) => value === scope);
  const shared = {
    label: t('scope'),
    description: t('scopeHint'),
    required: role === 'local_lead',
    withAsterisk: false,
  };
  return (
    <>
      <Select
        label={t('role')}
        description={words.detail(role)}
        allowDeselect={false}
        data={roles.map((value) => ({ value, label: words.name(value) }))}
        value={role}
        onChange={(value) => value && onChange({ role: value, scope })}
      />
      {options.length > 0 && isKnown ? (
        <Select
          {...shared}
          placeholder={t('wholeOrganization')}
          searchable
          clearable
          limit={80}
          data={options}
          value={scope}
          onChange={(value) => onChange({ role, scope: value })}
        />
      ) : (
        <TextInput
          {...shared}
          placeholder={t('entityKey')}
          value={scope ?? ''}
          onChange={(event) => onChange({ role, scope: event.currentTarget.value || null })}
        />
      )}
    </>
  );
}
