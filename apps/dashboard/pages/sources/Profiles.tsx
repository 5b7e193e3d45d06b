import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ImportKind } from '#contract/imports.js';
import { type Reading, readingOf } from './reading.js';
import { Refusal } from './Refusal.js';
import styles from './sources.module.css';
import { useProfiles, useSaveProfile } from './use-profiles.js';

interface Props {
  /** No column is missing: as it is read, others can be. */
  isWhole: boolean;
  kind: ImportKind;
  reading: Reading;
  /** By which it is read; null = by none. */
  profile: string | null;
  onReading: (reading: Reading, kind: ImportKind) => void;
}

/** Reads the file as others of its source were read, or keeps how this one is read for the next. */
export function Profiles({ isWhole, kind, reading, profile, onReading }: Props) {
  const { t } = useTranslation('files');
  const { data } = useProfiles();
  const profiles = data?.profiles ?? [];
  const choose = (name: string | null) => {
    const found = profiles.find((profile) => profile.name === name);
    const of = ImportKind.safeParse(found?.kind).data;
    if (found && of) onReading(readingOf(found), of);
    else onReading({ ...reading, source: '' }, kind);
  };
  return (
    <div className={styles.profiles}>
      {profiles.length > 0 && (
        <Select
          size="xs"
          label={t('profile')}
          clearable
          placeholder={t('profileNone')}
          data={profiles.map(({ name }) => name)}
          value={profile}
          onChange={choose}
        />
      )}
      <SaveProfile {...{ isWhole, kind, reading, onReading }} />
    </div>
  );
}

function SaveProfile({ isWhole, kind, reading, onReading }: Omit<Props, 'profile'>) {
  const { t } = useTranslation('files');
  const [typed, setTyped] = useState<string | null>(null);
  const save = useSaveProfile();
  const name = (typed ?? reading.source).trim();
  const keep = () =>
    save.mutate({ name, kind, reading }, { onSuccess: () => onReading({ ...reading, source: name }, kind) });
  return (
    <>
      <TextInput
        size="xs"
        label={t('profileName')}
        maxLength={100}
        value={typed ?? reading.source}
        onChange={(event) => {
          save.reset();
          setTyped(event.currentTarget.value);
        }}
      />
      <Button variant="default" size="xs" disabled={name === '' || !isWhole} loading={save.isPending} onClick={keep}>
        {t('profileSave')}
      </Button>
      {save.isSuccess && <p role="status">{t('profileSaved', { name: save.variables.name })}</p>}
      <Refusal error={save.error} />
    </>
  );
}
