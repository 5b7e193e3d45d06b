import { PasswordInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { pullIntervals } from '#domain/sources/pull.js';
import { type PullDraft } from './pull-draft.js';
import styles from './sources.module.css';
import { ZoneSelect } from './ZoneSelect.js';

interface Props {
  draft: PullDraft;
  /** The network is connected already: its name stays, and its secret may. */
  isKnown: boolean;
  onDraft: (said: Partial<PullDraft>) => void;
}

const rights = { humhub: 'rightHumhub', mattermost: 'rightMattermost', m365: 'rightM365' } as const;
const secrets = { humhub: 'secretPassword', mattermost: 'secretToken', m365: 'secretClient' } as const;
const intervals = { 15: 'every15', 60: 'every60', 360: 'every360', 1440: 'every1440' } as const;

/** What a network has to be told, and nothing that it does not need. */
export function PullFields({ draft, isKnown, onDraft }: Props) {
  const { t } = useTranslation('pulls');
  const { kind } = draft;
  return (
    <>
      {!isKnown && <Field of="name" needed draft={draft} onDraft={onDraft} />}
      <Field
        of="address"
        needed
        hint={t(kind === 'm365' ? 'addressHintM365' : 'addressHintSite')}
        draft={draft}
        onDraft={onDraft}
      />
      {kind === 'humhub' && <Field of="user" hint={t('userHint')} draft={draft} onDraft={onDraft} />}
      {kind === 'm365' && (
        <>
          <Field of="tenant" needed draft={draft} onDraft={onDraft} />
          <Field of="clientId" needed draft={draft} onDraft={onDraft} />
          <Field of="authority" hint={t('authorityHint')} draft={draft} onDraft={onDraft} />
        </>
      )}
      <PasswordInput
        label={t(secrets[kind])}
        description={t(isKnown ? 'secretKept' : 'secretHint')}
        autoComplete="new-password"
        value={draft.secret}
        maxLength={4000}
        onChange={(event) => onDraft({ secret: event.currentTarget.value })}
      />
      {kind === 'humhub' && (
        <ZoneSelect
          zone={draft.zone}
          needed
          words={{ label: t('zone'), hint: t('zoneHint') }}
          onZone={(zone) => onDraft({ zone })}
        />
      )}
      <TextInput
        type="date"
        label={t('since')}
        description={t('sinceHint')}
        value={draft.since}
        onChange={(event) => onDraft({ since: event.currentTarget.value })}
      />
      <Select
        label={t('every')}
        allowDeselect={false}
        data={pullIntervals.map((minutes) => ({ value: String(minutes), label: t(intervals[minutes]) }))}
        value={String(draft.everyMinutes)}
        onChange={(value) => onDraft({ everyMinutes: Number(value) })}
      />
      <p className={`${styles.faint} ${styles.wideField}`}>{t(rights[kind])}</p>
    </>
  );
}

interface FieldProps {
  of: 'name' | 'address' | 'user' | 'tenant' | 'clientId' | 'authority';
  needed?: true;
  hint?: string;
  draft: PullDraft;
  onDraft: (said: Partial<PullDraft>) => void;
}

function Field({ of, needed, hint, draft, onDraft }: FieldProps) {
  const { t } = useTranslation('pulls');
  return (
    <TextInput
      label={t(of)}
      description={hint}
      value={draft[of]}
      maxLength={of === 'address' || of === 'authority' ? 500 : 100}
      required={needed}
      withAsterisk={false}
      onChange={(event) => onDraft({ [of]: event.currentTarget.value })}
    />
  );
}
