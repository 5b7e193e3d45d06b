import { Button, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countryCodes } from '#domain/purpose/countries.js';
import { useGateChange } from '../../api/purpose-gate.js';
import styles from './privacy.module.css';
import { useCountryName } from './use-country-name.js';

/** Where the organisation has its seat: those of its entities come with the directory. */
export function CountryForm() {
  const { t } = useTranslation('privacy');
  const nameOf = useCountryName();
  const change = useGateChange();
  const [country, setCountry] = useState<string | null>(null);
  const choices = useMemo(
    () =>
      countryCodes
        .map((value) => ({ value, label: nameOf(value) }))
        .sort((one, other) => one.label.localeCompare(other.label)),
    [nameOf],
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (country) change.mutate({ what: 'country', country });
      }}
    >
      <Select label={t('seat')} data={choices} searchable limit={300} value={country} onChange={setCountry} />
      <Button type="submit" variant="default" disabled={country === null} loading={change.isPending}>
        {t('keepCountry')}
      </Button>
      <span role="status">{change.isError && t('notKept')}</span>
    </form>
  );
}
