import { Button, MultiSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PurposeGate } from '#contract/purpose-gate.js';
import { useGateChange } from '../../api/purpose-gate.js';
import styles from './privacy.module.css';
import { useCountryName } from '../../i18n/use-country-name.js';

const today = () => new Date().toISOString().slice(0, 10);

/** Both dates, for the countries that they hold for: those that wait, unless somebody says otherwise. */
export function DatesForm({ gate: { countries } }: { gate: PurposeGate }) {
  const { t } = useTranslation('privacy');
  const nameOf = useCountryName();
  const change = useGateChange();
  const waiting = countries.filter(({ missing }) => missing.length > 0).map(({ country }) => country);
  const [picked, setPicked] = useState<string[] | null>(null);
  const [consultedOn, setConsulted] = useState('');
  const [informedOn, setInformed] = useState('');
  const [document, setDocument] = useState('');
  const chosen = picked ?? waiting;
  const dates = { ...(consultedOn && { consultedOn }), ...(informedOn && { informedOn }) };
  const isReady = chosen.length > 0 && Object.keys(dates).length > 0;
  const record = () => {
    if (!isReady) return;
    change.mutate(
      { what: 'consultations', countries: chosen, ...dates, ...(document.trim() && { document }) },
      { onSuccess: () => setPicked(null) },
    );
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        record();
      }}
    >
      {countries.length > 1 && (
        <MultiSelect
          className={styles.wide}
          label={t('countries')}
          data={countries.map(({ country }) => ({ value: country, label: nameOf(country) }))}
          value={chosen}
          onChange={setPicked}
        />
      )}
      <TextInput
        type="date"
        label={t('consultedOn')}
        max={today()}
        value={consultedOn}
        onChange={(event) => setConsulted(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('informedOn')}
        max={today()}
        value={informedOn}
        onChange={(event) => setInformed(event.currentTarget.value)}
      />
      <TextInput
        label={t('document')}
        placeholder={t('documentHint')}
        maxLength={200}
        value={document}
        onChange={(event) => setDocument(event.currentTarget.value)}
      />
      <Button type="submit" disabled={!isReady} loading={change.isPending}>
        {t('record')}
      </Button>
      <span role="status">{change.isError ? t('notKept') : change.isSuccess ? t('kept') : ''}</span>
    </form>
  );
}
